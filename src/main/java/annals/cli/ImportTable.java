package annals.cli;

import annals.ingest.ImportResult.Document;
import annals.ingest.ImportResult.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an import would write, as a table for a terminal; Chinese characters are two columns wide.
 */
final class ImportTable {
  private static final List<String> HEAD =
      List.of("result", "source", "report", "unit", "year", "kind", "title", "removed", "doubts");
  private static final int WIDEST = 44;

  private ImportTable() {}

  static List<String> lines(List<Document> documents) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    documents.forEach(document -> rows.add(row(document)));
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static List<String> row(Document document) {
    Optional<Facts> facts = document.facts();
    return List.of(
        document.status().word(),
        shortened(document.source(), true),
        shortened(document.target().orElse("-"), true),
        facts.map(f -> f.unit().isEmpty() ? "-" : f.unit()).orElse("-"),
        facts.map(f -> f.year() == 0 ? "-" : Integer.toString(f.year())).orElse("-"),
        facts.map(Facts::kind).orElse("-"),
        shortened(facts.map(Facts::title).orElse("-"), false),
        facts.map(f -> Integer.toString(f.removed())).orElse("-"),
        String.join("; ", facts.map(Facts::doubts).orElse(List.of())));
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(cells.get(i)).append(" ".repeat(widths[i] - width(cells.get(i)) + 2));
    }
    return line.toString().stripTrailing();
  }

  /** Cut to a usual width; of a path the end is what tells. */
  private static String shortened(String text, boolean keepEnd) {
    if (width(text) <= WIDEST) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text);
    while (width(kept.toString()) > WIDEST - 2) {
      kept.deleteCharAt(keepEnd ? 0 : kept.length() - 1);
    }
    return keepEnd ? "…" + kept : kept + "…";
  }

  private static int width(String text) {
    return text.chars().map(c -> c >= 0x2e80 || c == '…' || c == '—' ? 2 : 1).sum();
  }
}
