package annals.ingest;

import annals.diagnostic.Diagnostic;
import annals.text.Masks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * Points out what is left in a text and worth a look: watermarks, placeholders, damaged characters.
 * Each flag stands in the import log and among the diagnostics; nothing is changed.
 */
final class Flags {
  private static final char DAMAGED = '\ufffd';

  private final RawText source;
  private final ImportLog.Ledger ledger;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Flags(RawText source, ImportLog.Ledger ledger) {
    this.source = source;
    this.ledger = ledger;
  }

  static List<Diagnostic> raise(
      RawText source, List<TracedText> paragraphs, CleaningRules rules, ImportLog.Ledger ledger) {
    Flags flags = new Flags(source, ledger);
    for (CleaningRule rule : rules.of(CleaningRule.Kind.WATERMARK)) {
      paragraphs.forEach(paragraph -> flags.watermarks(paragraph, rule));
    }
    flags.masks(paragraphs);
    flags.damaged();
    return flags.diagnostics;
  }

  private void watermarks(TracedText paragraph, CleaningRule rule) {
    Matcher matcher = rule.pattern().matcher(paragraph.text());
    while (matcher.find()) {
      int offset = paragraph.origin(matcher.start());
      ledger.flagged(rule.name(), rule.reason(), offset, matcher.group());
      diagnostics.add(
          Diagnostic.warning(
              "watermark",
              source.at(offset),
              "looks like a watermark: " + matcher.group(),
              "kept; correct the Markdown if it is no part of the text"));
    }
  }

  /** A kind of mask: where it stands first, what stands there, and how often there is one. */
  private record Seen(int offset, String example, int count) {
    Seen plus(Seen other) {
      return new Seen(offset, example, count + other.count);
    }
  }

  private void masks(List<TracedText> paragraphs) {
    Map<String, Seen> byKind = new TreeMap<>();
    for (TracedText paragraph : paragraphs) {
      for (Masks.Mask mask : Masks.find(paragraph.text())) {
        Seen seen =
            new Seen(paragraph.origin(mask.span().start()), mask.span().of(paragraph.text()), 1);
        byKind.merge(mask.kind(), seen, Seen::plus);
      }
    }
    byKind.forEach(
        (kind, seen) -> {
          String rule = "mask-" + kind.toLowerCase(Locale.ROOT);
          ledger.flagged(rule, "占位文字，原样保留，共" + seen.count + "处", seen.offset, seen.example);
          diagnostics.add(
              Diagnostic.notice(
                  "masks",
                  source.at(seen.offset),
                  "placeholders such as " + seen.example + ", " + seen.count + " in all",
                  "kept as they are, never read as words or numbers"));
        });
  }

  private void damaged() {
    long count = source.text().chars().filter(c -> c == DAMAGED).count();
    if (count > 0) {
      int offset = source.text().indexOf(DAMAGED);
      ledger.flagged("damaged", "无法识别的字符，共" + count + "处", offset, String.valueOf(DAMAGED));
      diagnostics.add(
          Diagnostic.warning(
              "characters-damaged",
              source.at(offset),
              count + " characters could not be read as " + source.decoded().charset(),
              "they stand as U+FFFD; look them up in the original"));
    }
  }
}
