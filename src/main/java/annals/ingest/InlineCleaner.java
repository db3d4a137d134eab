package annals.ingest;

import annals.text.Spaces;
import annals.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Takes invisible characters and marker strings out of the lines of a source, by the {@link
 * CleaningRules}, and enters each removal in the ledger. A line that this leaves empty goes as if
 * it had never been there; a blank line goes too, but the line behind it knows of it.
 */
final class InlineCleaner {
  private final ImportLog.Ledger ledger;

  private InlineCleaner(ImportLog.Ledger ledger) {
    this.ledger = ledger;
  }

  static List<Line> clean(RawText source, CleaningRules rules, ImportLog.Ledger ledger) {
    InlineCleaner cleaner = new InlineCleaner(ledger);
    List<CleaningRule> invisible = rules.of(CleaningRule.Kind.INVISIBLE);
    List<CleaningRule> markers = rules.of(CleaningRule.Kind.MARKER);
    List<Line> lines = new ArrayList<>();
    boolean blankBefore = false;
    for (TracedText raw : source.lines()) {
      TracedText kept = raw;
      for (CleaningRule rule : invisible) {
        kept = cleaner.withoutInvisible(kept, rule);
      }
      for (CleaningRule rule : markers) {
        kept = cleaner.withoutMarkers(kept, rule);
      }
      if (kept.isBlank()) {
        blankBefore |= raw.length() == kept.length();
      } else {
        lines.add(new Line(kept.strip(), blankBefore, Spaces.isSpace(kept.first())));
        blankBefore = false;
      }
    }
    return lines;
  }

  private TracedText withoutInvisible(TracedText line, CleaningRule rule) {
    List<Span> spans = find(line, rule);
    if (spans.isEmpty()) {
      return line;
    }
    List<TracedText> parts =
        spans.stream().map(span -> line.part(span.start(), span.end())).toList();
    ledger.removed(rule, TracedText.join(parts));
    return line.without(spans);
  }

  private TracedText withoutMarkers(TracedText line, CleaningRule rule) {
    List<Span> spans = find(line, rule);
    spans.forEach(span -> ledger.removed(rule, line.part(span.start(), span.end())));
    return line.without(spans);
  }

  private static List<Span> find(TracedText line, CleaningRule rule) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = rule.pattern().matcher(line.text());
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        spans.add(new Span(matcher.start(), matcher.end()));
      }
    }
    return spans;
  }
}
