package annals.ingest;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.text.Decoding;
import annals.text.Spaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an {@code import.csv} says of the documents beside and below it. Its first row names the
 * columns: {@code file, unit, year, kind}, or 文件, 单位, 年份, 文种; all but the first may be left out.
 *
 * @param stated by document, absolute and normalised
 */
record BatchList(Map<Path, SourceHints> stated) {
  static final String NAME = "import.csv";

  private static final Map<String, String> COLUMNS =
      Map.of("文件", "file", "文件名", "file", "单位", "unit", "年份", "year", "年度", "year", "文种", "kind");

  /**
   * @param path how diagnostics name the list
   * @param diagnostics gets every row that cannot be used
   */
  static BatchList read(Path list, String path, List<Diagnostic> diagnostics) throws IOException {
    String text = Decoding.decode(Files.readAllBytes(list)).text();
    Map<Path, SourceHints> stated = new LinkedHashMap<>();
    Optional<List<String>> head = Optional.empty();
    int line = 0;
    for (String row : text.lines().toList()) {
      line++;
      Position at = new Position(path, line, 1);
      if (Spaces.isBlank(row)) {
        continue;
      }
      List<String> cells = cells(row);
      if (head.isEmpty()) {
        head = Optional.of(cells.stream().map(BatchList::column).toList());
        if (!head.get().contains("file")) {
          diagnostics.add(
              Diagnostic.error(
                  "batch-list", at, "no column is called file", "first row: file,unit,year,kind"));
          break;
        }
        continue;
      }
      row(list, head.get(), cells, at, stated, diagnostics);
    }
    return new BatchList(stated);
  }

  private static void row(
      Path list,
      List<String> head,
      List<String> cells,
      Position at,
      Map<Path, SourceHints> stated,
      List<Diagnostic> diagnostics) {
    String year = cell(head, cells, "year").replaceAll("年度?$", "");
    if (!year.isEmpty() && !year.matches("(?:19|20)[0-9]{2}")) {
      diagnostics.add(
          Diagnostic.error("batch-list", at, "not a year: " + year, "write it as 2023"));
      return;
    }
    try {
      Path file = list.resolveSibling(cell(head, cells, "file")).toAbsolutePath().normalize();
      if (!Files.isRegularFile(file)) {
        diagnostics.add(
            Diagnostic.error(
                "batch-list",
                at,
                "there is no file " + cell(head, cells, "file"),
                "check the row"));
        return;
      }
      stated.put(
          file,
          new SourceHints(
              Optional.of(cell(head, cells, "unit")),
              year.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(year)),
              Optional.of(cell(head, cells, "kind")).filter(kind -> !kind.isEmpty())));
    } catch (InvalidPathException e) {
      diagnostics.add(Diagnostic.error("batch-list", at, "not a file name", e.getReason()));
    }
  }

  private static String column(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return COLUMNS.getOrDefault(lower, lower);
  }

  private static String cell(List<String> head, List<String> cells, String column) {
    int index = head.indexOf(column);
    return index >= 0 && index < cells.size() ? cells.get(index) : "";
  }

  /** The cells of a row; a comma inside quotes parts nothing. */
  private static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (c == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(Spaces.strip(cell.toString()));
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(Spaces.strip(cell.toString()));
    return cells;
  }
}
