package annals.ingest;

import annals.text.Spaces;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of a source document before its text is read.
 *
 * @param unit the unit's name
 * @param year the report year
 * @param kind the kind
 */
public record SourceHints(Optional<String> unit, Optional<Integer> year, Optional<String> kind) {
  public static final SourceHints NONE =
      new SourceHints(Optional.empty(), Optional.empty(), Optional.empty());

  private static final Pattern YEAR =
      Pattern.compile("(?<![0-9A-Za-z])(?<year>(?:19|20)[0-9]{2})(?![0-9A-Za-z])年?度?");
  private static final Pattern SEPARATORS = Pattern.compile("^[-_—. ]+|[-_—. ]+$");
  private static final Pattern UNIT = Pattern.compile("(?=.*\\p{IsHan})[\\p{IsHan}xX（）()·]{2,30}");

  public SourceHints {
    unit = unit.map(Spaces::strip).filter(name -> !name.isEmpty());
  }

  private static final Pattern YEAR_FOLDER = Pattern.compile("(?<year>(?:19|20)[0-9]{2})年?度?");

  /** What these leave open, the others may say. */
  public SourceHints or(SourceHints others) {
    return new SourceHints(unit.or(others::unit), year.or(others::year), kind.or(others::kind));
  }

  /** Reads a file's name and the folders it lies in: {@code 水务局/2023/总结.docx}. */
  static SourceHints ofPath(Path file) {
    SourceHints named = ofFileName(file.getFileName().toString());
    Path year = file.toAbsolutePath().getParent();
    Matcher folder = YEAR_FOLDER.matcher(name(year));
    if (!folder.matches()) {
      return named;
    }
    String unit = name(year.getParent());
    return named.or(
        new SourceHints(
            UNIT.matcher(unit).matches() ? Optional.of(unit) : Optional.empty(),
            Optional.of(Integer.valueOf(folder.group("year"))),
            Optional.empty()));
  }

  private static String name(Path folder) {
    return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
  }

  /**
   * Reads a file name such as {@code 国务院-2014.txt}: the one year in it, and the unit if nothing but
   * Chinese characters stands beside the year. {@code 000_076849f3517b3f90.txt} says nothing.
   */
  public static SourceHints ofFileName(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String name = dot > 0 ? fileName.substring(0, dot) : fileName;
    Matcher year = YEAR.matcher(name);
    if (!year.find()) {
      return NONE;
    }
    int value = Integer.parseInt(year.group("year"));
    String rest = name.substring(0, year.start()) + name.substring(year.end());
    if (year.find()) {
      return NONE;
    }
    String unit = SEPARATORS.matcher(Spaces.strip(rest)).replaceAll("");
    boolean alone = UNIT.matcher(unit).matches() && !TitleLines.isTitle(unit);
    return new SourceHints(
        alone ? Optional.of(unit) : Optional.empty(), Optional.of(value), Optional.empty());
  }
}
