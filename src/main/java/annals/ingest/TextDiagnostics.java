package annals.ingest;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;

/** Turns what an import log flags into diagnostics about the source. */
final class TextDiagnostics {
  private TextDiagnostics() {}

  static List<Diagnostic> of(RawText source, ImportLog log) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (ImportLog.Entry entry : log.of(ImportLog.Action.FLAGGED)) {
      Position at = new Position(source.path(), entry.line(), entry.column());
      diagnostics.add(
          entry.rule().startsWith("mask-")
              ? Diagnostic.notice(
                  "masks", at, "placeholders such as " + entry.text(), entry.reason())
              : Diagnostic.warning(
                  "watermark",
                  at,
                  "looks like a watermark: " + entry.text(),
                  "kept; correct it in the Markdown if it is none of the text"));
    }
    int damaged = source.text().indexOf('\ufffd');
    if (damaged >= 0) {
      diagnostics.add(
          Diagnostic.warning(
              "characters-damaged",
              source.at(damaged),
              source.decoded().damaged() + " characters could not be read as " + log.charset(),
              "they stand as U+FFFD; look them up in the original"));
    }
    return diagnostics;
  }
}
