package annals.ingest;

import annals.outline.Numbering;
import annals.text.Spaces;
import annals.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Takes out of a source document what is not part of the report, by the {@link CleaningRules}, and
 * enters each removal in the ledger. Lines that a removal leaves empty go as if they had never been
 * there; blank lines go too, but the line behind one knows of it.
 */
final class Cleaner {
  /** Longer lines are text; no whole-line rule is tried on them. */
  private static final int LONGEST_NOISE = 600;

  /** How much a noise tail may take with it. */
  private static final int LONGEST_TAIL = 1500;

  /** How many lines at the top may be looked through for noise. */
  private static final int HEAD_LINES = 40;

  private static final int LONGEST_HEAD_LINE = 60;

  private final CleaningRules rules;
  private final ImportLog.Ledger ledger;

  private Cleaner(CleaningRules rules, ImportLog.Ledger ledger) {
    this.rules = rules;
    this.ledger = ledger;
  }

  static List<Line> clean(RawText source, CleaningRules rules, ImportLog.Ledger ledger) {
    Cleaner cleaner = new Cleaner(rules, ledger);
    List<Line> lines = cleaner.lines(source);
    cleaner.removeTail(lines);
    cleaner.removeTailLines(lines);
    cleaner.removeHeadLines(lines);
    return lines;
  }

  private List<Line> lines(RawText source) {
    List<CleaningRule> invisible = rules.of(CleaningRule.Kind.INVISIBLE);
    List<CleaningRule> markers = rules.of(CleaningRule.Kind.MARKER);
    List<CleaningRule> wholeLines = new ArrayList<>(rules.of(CleaningRule.Kind.ADVERT_LINE));
    rules.of(CleaningRule.Kind.NOISE_LINE).stream()
        .filter(rule -> rule.where() == CleaningRule.Where.ANYWHERE)
        .forEach(wholeLines::add);
    List<Line> lines = new ArrayList<>();
    boolean blankBefore = false;
    for (TracedText raw : source.lines()) {
      TracedText kept = raw;
      for (CleaningRule rule : invisible) {
        kept = withoutInvisible(kept, rule);
      }
      for (CleaningRule rule : markers) {
        kept = withoutMarkers(kept, rule);
      }
      if (kept.isBlank()) {
        blankBefore |= raw.length() == kept.length();
        continue;
      }
      Line line = new Line(kept.strip(), blankBefore, Spaces.isSpace(kept.first()));
      blankBefore = removed(line, wholeLines);
      if (!blankBefore) {
        lines.add(line);
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

  private boolean removed(Line line, List<CleaningRule> wholeLines) {
    for (CleaningRule rule : wholeLines) {
      if (isWhole(line, rule)) {
        ledger.removed(rule, line.text());
        return true;
      }
    }
    return false;
  }

  private static boolean isWhole(Line line, CleaningRule rule) {
    return line.length() <= LONGEST_NOISE && rule.pattern().matcher(line.string()).matches();
  }

  /** Removes the last stretch of the file that a noise-tail rule begins. */
  private void removeTail(List<Line> lines) {
    List<CleaningRule> tails = rules.of(CleaningRule.Kind.NOISE_TAIL);
    int size = 0;
    int from = -1;
    CleaningRule by = null;
    for (int i = lines.size() - 1; i > 0 && size <= LONGEST_TAIL; i--) {
      size += lines.get(i).length();
      for (CleaningRule rule : tails) {
        if (size <= LONGEST_TAIL && isWhole(lines.get(i), rule)) {
          from = i;
          by = rule;
        }
      }
    }
    if (by != null) {
      List<Line> tail = lines.subList(from, lines.size());
      for (Line line : tail) {
        ledger.removed(by, line.text());
      }
      tail.clear();
    }
  }

  private void removeTailLines(List<Line> lines) {
    List<CleaningRule> noise =
        rules.of(CleaningRule.Kind.NOISE_LINE).stream()
            .filter(CleaningRule::appliesAtTail)
            .toList();
    while (lines.size() > 1 && removed(lines.getLast(), noise)) {
      lines.removeLast();
    }
  }

  /** Looks through the lines before the body, titles and names among them, for noise. */
  private void removeHeadLines(List<Line> lines) {
    List<CleaningRule> noise =
        rules.of(CleaningRule.Kind.NOISE_LINE).stream()
            .filter(CleaningRule::appliesAtHead)
            .toList();
    int end = 0;
    boolean afterNoise = false;
    List<Line> kept = new ArrayList<>();
    while (end < Math.min(HEAD_LINES, lines.size())) {
      Line line = lines.get(end);
      boolean isNoise = removed(line, noise);
      if (!isNoise) {
        if (isBody(line)) {
          break;
        }
        kept.add(afterNoise ? new Line(line.text(), true, line.indented()) : line);
      }
      afterNoise = isNoise;
      end++;
    }
    List<Line> head = lines.subList(0, end);
    head.clear();
    lines.addAll(0, kept);
  }

  private static boolean isBody(Line line) {
    return line.length() > LONGEST_HEAD_LINE
        || Line.isSentenceEnd(line.text().last())
        || Numbering.parse(line.head(16)).isPresent();
  }
}
