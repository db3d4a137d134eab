package annals.gate;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.lint.Code;
import annals.lint.Codes;
import annals.text.Decoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What may pass the gate all the same: {@code allow.csv} beside annals.yaml, one finding of one
 * file a row, with the reason and the office that answers for it. Safe for several threads.
 */
final class AllowList {
  /** The name of the file in the source folder. */
  static final String FILE = "allow.csv";

  private static final Map<String, String> COLUMNS =
      Map.of("文件", "file", "代码", "code", "内容", "text", "理由", "reason", "单位", "office");

  private final List<Entry> entries;
  private final Set<Entry> used = ConcurrentHashMap.newKeySet();
  private final Set<String> passed = ConcurrentHashMap.newKeySet();

  private AllowList(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * A row.
   *
   * @param text what was found, as the message shows it or in full; empty for all of that code
   */
  private record Entry(int line, String file, String code, String text) {
    boolean covers(String path, Hit hit) {
      return file.equals(path)
          && code.equals(hit.code())
          && (text.isEmpty() || text.equals(hit.essence()) || text.equals(hit.shown()));
    }
  }

  /** Reads a site's list; rows that allow nothing are errors. */
  static AllowList of(Path root, Set<String> codes, List<Diagnostic> diagnostics) {
    Path file = root.resolve(FILE);
    if (!Files.exists(file)) {
      return new AllowList(List.of());
    }
    try {
      return read(Decoding.decode(Files.readAllBytes(file)).text(), codes, diagnostics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AllowList read(String csv, Set<String> codes, List<Diagnostic> diagnostics) {
    List<Entry> entries = new ArrayList<>();
    List<String> names = List.of();
    int line = 0;
    for (String row : csv.split("\r?\n", -1)) {
      line++;
      if (row.isBlank()) {
        continue;
      }
      List<String> cells = cells(row);
      if (names.isEmpty()) {
        names = cells.stream().map(cell -> COLUMNS.getOrDefault(cell, cell)).toList();
        continue;
      }
      Map<String, String> values = new HashMap<>();
      for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
        values.put(names.get(i), cells.get(i));
      }
      String code =
          Codes.all()
              .find(values.getOrDefault("code", ""))
              .map(Code::name)
              .filter(codes::contains)
              .orElse("");
      String missing =
          code.isEmpty()
              ? "code"
              : List.of("file", "reason", "office").stream()
                  .filter(name -> values.getOrDefault(name, "").isEmpty())
                  .findFirst()
                  .orElse("");
      if (missing.isEmpty()) {
        entries.add(
            new Entry(
                line,
                values.get("file"),
                code,
                values.getOrDefault("text", "").replaceAll("\\s", "")));
      } else {
        diagnostics.add(
            Diagnostic.error(
                "allow-wrong",
                new Position(FILE, line, 1),
                "this entry has no " + (missing.equals("code") ? "known code" : missing),
                "columns are file,code,text,reason,office; only text may be empty"));
      }
    }
    return new AllowList(entries);
  }

  /** The cells of a row; quotation marks hold commas, doubled ones stand for themselves. */
  private static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < row.length() && row.charAt(i + 1) == '"';
        if (doubled) {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  /** Whether a finding in a source may pass; what passes once may stand on pages too. */
  boolean passes(String path, Hit hit) {
    for (Entry entry : entries) {
      if (entry.covers(path, hit)) {
        used.add(entry);
        passed.add(hit.code() + hit.essence());
        return true;
      }
    }
    return false;
  }

  /** Whether this passed in some source. */
  boolean hasPassed(Hit hit) {
    return !entries.isEmpty() && passed.contains(hit.code() + hit.essence());
  }

  List<Diagnostic> unused() {
    return entries.stream()
        .filter(entry -> !used.contains(entry))
        .map(
            entry ->
                Diagnostic.notice(
                    "allow-unused",
                    new Position(FILE, entry.line(), 1),
                    "nothing of this kind is found in " + entry.file(),
                    "take the entry away"))
        .toList();
  }
}
