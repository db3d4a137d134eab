package annals.ruling;

import annals.compare.RuledState;
import annals.compare.Ruling;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.text.Decoding;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A unit's file of rulings as read.
 *
 * @param rulings what people decided, in the order of the rows; rows nobody filled in are left out
 * @param others for each ruling's line the cells of columns that are not Annals', by heading
 */
public record RulingsFile(List<Ruling> rulings, Map<Integer, Map<String, String>> others) {
  /** Its name in the unit's folder. */
  public static final String NAME = "follow-up.csv";

  /** Before a cell that a spreadsheet would take for a formula stands an apostrophe. */
  public static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

  public static final RulingsFile EMPTY = new RulingsFile(List.of(), Map.of());

  private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)年?");
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:\\s.*)?");
  private static final Pattern LINK =
      Pattern.compile("(\\d{4})(?:-([a-z][a-z0-9-]*))?#([A-Za-z][A-Za-z0-9_-]*)");
  private static final String KIND = "[a-z][a-z0-9-]*";
  private static final List<LedgerColumn> NEEDED = List.of(LedgerColumn.YEAR, LedgerColumn.ID);
  private static final String WORDS =
      Stream.of(RuledState.values()).map(RuledState::written).collect(Collectors.joining("、"));

  public RulingsFile {
    rulings = List.copyOf(rulings);
    others = Map.copyOf(others);
  }

  /**
   * Reads a file.
   *
   * @param path how diagnostics name it
   * @param bytes UTF-8 with or without byte order mark, or GB18030 as spreadsheets in Chinese save
   */
  public static RulingsFile read(String path, byte[] bytes, List<Diagnostic> diagnostics) {
    Decoding.Decoded decoded = Decoding.decode(bytes);
    if (decoded.damaged() > 0) {
      diagnostics.add(
          Diagnostic.error(
              "ruling-encoding",
              Position.of(path),
              decoded.damaged() + " characters cannot be read as " + decoded.charset(),
              "save it from the spreadsheet as CSV UTF-8"));
      return EMPTY;
    }
    if (!decoded.charset().equals(StandardCharsets.UTF_8)) {
      diagnostics.add(
          Diagnostic.notice(
              "ruling-encoding", Position.of(path), "read as " + decoded.charset(), ""));
    }
    List<CsvRecord> rows;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(decoded.text())) {
      rows = reader.stream().toList();
    } catch (CsvParseException | java.io.IOException e) {
      diagnostics.add(
          Diagnostic.error(
              "ruling-form",
              Position.of(path),
              "no comma-separated values: " + e.getMessage(),
              "save it from the spreadsheet as CSV UTF-8"));
      return EMPTY;
    }
    if (rows.isEmpty()) {
      return EMPTY;
    }
    Reading reading = new Reading(path, new CellPlaces(path, decoded.text()), diagnostics);
    return reading.header(rows.getFirst()) ? reading.rows(rows.subList(1, rows.size())) : EMPTY;
  }

  /** One pass over the rows. */
  private static final class Reading {
    private final String path;
    private final CellPlaces places;
    private final List<Diagnostic> diagnostics;
    private final Map<LedgerColumn, Integer> columns = new EnumMap<>(LedgerColumn.class);
    private final Map<String, Integer> otherColumns = new LinkedHashMap<>();
    private CsvRecord row;

    Reading(String path, CellPlaces places, List<Diagnostic> diagnostics) {
      this.path = path;
      this.places = places;
      this.diagnostics = diagnostics;
    }

    /** Whether the file has the columns it needs. */
    boolean header(CsvRecord header) {
      for (int i = 0; i < header.getFieldCount(); i++) {
        String heading = header.getField(i).strip();
        int at = i;
        LedgerColumn.ofHeading(heading)
            .ifPresentOrElse(
                column -> columns.putIfAbsent(column, at),
                () -> otherColumns.putIfAbsent(heading, at));
      }
      otherColumns.remove("");
      List<String> missing =
          NEEDED.stream()
              .filter(column -> !columns.containsKey(column))
              .map(LedgerColumn::heading)
              .toList();
      if (!missing.isEmpty()) {
        diagnostics.add(
            Diagnostic.error(
                "ruling-columns",
                new Position(path, 1, 1),
                "the header row has no column " + String.join("、", missing),
                "./annals follow-up --unit … --year … --format csv makes a file to fill in"));
      }
      return missing.isEmpty();
    }

    RulingsFile rows(List<CsvRecord> records) {
      List<Ruling> rulings = new ArrayList<>();
      Map<Integer, Map<String, String>> others = new LinkedHashMap<>();
      for (CsvRecord each : records) {
        row = each;
        Optional<Ruling> ruling = ruling();
        if (ruling.isPresent()) {
          rulings.add(ruling.get());
          Map<String, String> cells = new LinkedHashMap<>();
          otherColumns.forEach((heading, at) -> cells.put(heading, cell(at)));
          others.put(line(), cells);
        }
      }
      return new RulingsFile(rulings, others);
    }

    private int line() {
      return (int) row.getStartingLineNumber();
    }

    private String cell(int index) {
      String cell = index < row.getFieldCount() ? row.getField(index).strip() : "";
      boolean guarded =
          cell.length() > 1
              && cell.charAt(0) == '\''
              && FORMULA_STARTS.indexOf(cell.charAt(1)) >= 0;
      return guarded ? cell.substring(1) : cell;
    }

    private String cell(LedgerColumn column) {
      return columns.containsKey(column) ? cell(columns.get(column)) : "";
    }

    private void wrong(LedgerColumn column, String code, String what, String hint) {
      Position place = places.of(line(), columns.get(column));
      diagnostics.add(Diagnostic.error(code, place, what, hint));
    }

    private Optional<Ruling> ruling() {
      Ruling.Duties duties =
          new Ruling.Duties(
              cell(LedgerColumn.LEADER),
              cell(LedgerColumn.UNIT),
              cell(LedgerColumn.PARTNERS),
              cell(LedgerColumn.PERSON),
              cell(LedgerColumn.DEADLINE),
              cell(LedgerColumn.NEXT),
              cell(LedgerColumn.CLOSED));
      Ruling ruling =
          new Ruling(
              new Ruling.Place(path, line()),
              0,
              cell(LedgerColumn.KIND),
              cell(LedgerColumn.ID),
              cell(LedgerColumn.SOURCE),
              cell(LedgerColumn.RULED_TEXT).isEmpty()
                  ? cell(LedgerColumn.ITEM)
                  : cell(LedgerColumn.RULED_TEXT),
              state(),
              cell(LedgerColumn.RULED_BY),
              date(),
              cell(LedgerColumn.REMARK),
              links(LedgerColumn.ADDED),
              links(LedgerColumn.STRUCK),
              duties);
      boolean filled = ruling.isFinding() || !duties.equals(Ruling.Duties.NONE);
      return filled && hasKey(ruling) ? Optional.of(withYear(ruling)) : Optional.empty();
    }

    private boolean hasKey(Ruling ruling) {
      boolean year = YEAR.matcher(cell(LedgerColumn.YEAR)).matches();
      if (!year) {
        wrong(
            LedgerColumn.YEAR,
            "ruling-year",
            "目标年度 is no year: " + shown(cell(LedgerColumn.YEAR)),
            "the year that was planned, such as 2024");
      }
      if (ruling.id().isEmpty()) {
        wrong(
            LedgerColumn.ID,
            "ruling-id",
            "a ruling without 编号",
            "./annals follow-up --unit … --year … --format csv lists the items with their ids");
      }
      boolean kind = ruling.kind().isEmpty() || ruling.kind().matches(KIND);
      if (!kind) {
        wrong(
            LedgerColumn.KIND,
            "ruling-kind",
            "报告类型 is no kind: " + ruling.kind(),
            "empty for the ordinary report, else party, duty or the site's own word");
      }
      return year && kind && !ruling.id().isEmpty();
    }

    private Ruling withYear(Ruling r) {
      Matcher year = YEAR.matcher(cell(LedgerColumn.YEAR));
      year.matches();
      return new Ruling(
          r.place(),
          Integer.parseInt(year.group(1)),
          r.kind(),
          r.id(),
          r.section(),
          r.text(),
          r.state(),
          r.by(),
          r.date(),
          r.remark(),
          r.added(),
          r.struck(),
          r.duties());
    }

    private Optional<RuledState> state() {
      String word = cell(LedgerColumn.RULED);
      Optional<RuledState> state = RuledState.ofWritten(word);
      if (!word.isEmpty() && state.isEmpty()) {
        wrong(
            LedgerColumn.RULED, "ruling-state", "裁定 is no known word: " + word, "one of " + WORDS);
      }
      return state;
    }

    private String date() {
      String date = cell(LedgerColumn.RULED_ON);
      if (date.isEmpty()) {
        return "";
      }
      Matcher parts = DATE.matcher(date);
      try {
        if (parts.matches()) {
          return LocalDate.of(
                  Integer.parseInt(parts.group(1)),
                  Integer.parseInt(parts.group(2)),
                  Integer.parseInt(parts.group(3)))
              .toString();
        }
      } catch (DateTimeException noSuchDay) {
        // Reported below like any other word that is no day.
      }
      wrong(LedgerColumn.RULED_ON, "ruling-date", "认定日期 is no day: " + date, "such as 2025-01-15");
      return "";
    }

    private List<Ruling.OutcomeLink> links(LedgerColumn column) {
      List<Ruling.OutcomeLink> links = new ArrayList<>();
      for (String word : cell(column).split("[\\s,，;；、]+")) {
        Matcher link = LINK.matcher(word);
        if (link.matches()) {
          links.add(
              new Ruling.OutcomeLink(
                  Integer.parseInt(link.group(1)),
                  Optional.ofNullable(link.group(2)).orElse(""),
                  link.group(3)));
        } else if (!word.isEmpty()) {
          wrong(
              column,
              "ruling-link",
              column.heading() + " is no link to a sentence: " + word,
              "<year>[-<kind>]#<anchor>, such as 2024#s-1-2-p1-3");
        }
      }
      return links;
    }

    private static String shown(String cell) {
      return cell.isEmpty() ? "nothing" : cell;
    }
  }
}
