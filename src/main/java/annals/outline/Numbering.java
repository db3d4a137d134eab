package annals.outline;

import annals.text.ChineseNumerals;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of section numbers and of the points below sections. */
public final class Numbering {
  private static final String CHINESE = "[一二三四五六七八九十百]{1,5}";
  private static final String STARTS = "一二三四五六七八九十百（(0123456789０１２３４５６７８９";
  private static final Pattern SECTION =
      Pattern.compile(
          "(?<first>(?<v1>"
              + CHINESE
              + ")\\s?[、.．])"
              + "|(?<second>[（(](?<v2>"
              + CHINESE
              + ")[）)][、.．]?)"
              + "|(?<third>(?<v3>[0-9０-９]{1,2})[.．、])(?![0-9０-９])"
              + "|(?<fourth>[（(](?<v4>[0-9０-９]{1,2})[）)][、.．]?)");
  private static final Pattern POINT =
      Pattern.compile(
          "(?<![一二三四五六七八九十])(?<cn>[一二三四五六七八九十]{1,2})(?:是|要)(?![一二三四五六七八九十])"
              + "|第(?:[一二三四五六七八九十]{1,2})[，,、]"
              + "|(?<![0-9０-９.．])[1-9][0-9]?[.．、](?![0-9０-９])"
              + "|[①-⑳]");

  private Numbering() {}

  /**
   * The section number that a line begins with, if it begins with one. Leading spaces must be
   * stripped.
   */
  public static Optional<NumberMark> parse(String line) {
    if (line.isEmpty() || STARTS.indexOf(line.charAt(0)) < 0) {
      return Optional.empty();
    }
    Matcher matcher = SECTION.matcher(line);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    int rank =
        matcher.group("first") != null
            ? 1
            : matcher.group("second") != null ? 2 : matcher.group("third") != null ? 3 : 4;
    String number =
        switch (rank) {
          case 1 -> matcher.group("v1");
          case 2 -> matcher.group("v2");
          case 3 -> matcher.group("v3");
          default -> matcher.group("v4");
        };
    OptionalInt value = ChineseNumerals.parse(number);
    if (value.isEmpty() || value.getAsInt() == 0) {
      return Optional.empty();
    }
    String text = matcher.group();
    int end = matcher.end();
    while (end < line.length() && annals.text.Spaces.isSpace(line.charAt(end))) {
      end++;
    }
    return Optional.of(new NumberMark(text, rank, value.getAsInt(), end, isStandard(text, rank)));
  }

  private static boolean isStandard(String text, int rank) {
    return switch (rank) {
      case 1 -> text.endsWith("、") && !text.contains(" ");
      case 2, 4 -> text.startsWith("（") && text.endsWith("）");
      default -> text.endsWith(".");
    };
  }

  /** Matches the mark that opens a point: 一是, 二要, 第一，, 1. or ① inside a paragraph. */
  static Matcher points(String text) {
    return POINT.matcher(text);
  }
}
