package annals.ingest;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.reader.Finding;
import annals.reader.SourceDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says once for each kind what the reader of a format left out, made or doubts. */
final class FormatFindings {
  private FormatFindings() {}

  /** Enters every finding in the ledger; gives a diagnostic for each kind of them. */
  static List<Diagnostic> report(RawText source, ImportLog.Ledger ledger) {
    Map<String, List<Finding>> byRule = new LinkedHashMap<>();
    source.structure().map(SourceDocument.Structured::findings).orElse(List.of()).stream()
        .forEach(
            finding -> {
              ledger.found(finding);
              byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding);
            });
    List<Diagnostic> diagnostics = new ArrayList<>();
    byRule.forEach((rule, findings) -> diagnostics.add(diagnostic(source, rule, findings)));
    return diagnostics;
  }

  private static Diagnostic diagnostic(RawText source, String rule, List<Finding> findings) {
    Finding first = findings.getFirst();
    Position at = new Position(source.path(), first.piece() + 1, 1);
    String text = first.text().length() > 40 ? first.text().substring(0, 40) + "…" : first.text();
    String many = findings.size() > 1 ? ", " + findings.size() + " in all" : "";
    return switch (first.what()) {
      case DROPPED ->
          Diagnostic.notice(rule, at, "left out: " + text + many, first.reason() + "; see the log");
      case MADE ->
          rule.equals("picture-text")
              ? Diagnostic.warning(
                  rule, at, "a picture without alternative text" + many, "write what it shows")
              : Diagnostic.notice(rule, at, "made text: " + text + many, first.reason());
      case DOUBTED -> Diagnostic.warning(rule, at, first.reason() + many, "compare the original");
    };
  }
}
