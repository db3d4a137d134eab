package annals.ingest;

import annals.outline.Numbering;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes whole lines that are not part of the report out of a document, by the {@link
 * CleaningRules}, and enters each removal in the ledger.
 */
final class LineCleaner {
  /** Longer lines are text; no whole-line rule is tried on them. */
  private static final int LONGEST_NOISE = 600;

  /** How much a noise tail may take with it. */
  private static final int LONGEST_TAIL = 1500;

  /** How many lines at the top may be looked through for noise. */
  private static final int HEAD_LINES = 40;

  private static final int LONGEST_HEAD_LINE = 60;

  private final CleaningRules rules;
  private final ImportLog.Ledger ledger;

  private LineCleaner(CleaningRules rules, ImportLog.Ledger ledger) {
    this.rules = rules;
    this.ledger = ledger;
  }

  static List<Line> clean(List<Line> lines, CleaningRules rules, ImportLog.Ledger ledger) {
    LineCleaner cleaner = new LineCleaner(rules, ledger);
    List<Line> kept = cleaner.withoutAdverts(lines);
    cleaner.removeTail(kept);
    cleaner.removeTailLines(kept);
    cleaner.removeHeadLines(kept);
    return kept;
  }

  private List<Line> withoutAdverts(List<Line> lines) {
    List<CleaningRule> wholeLines = new ArrayList<>(rules.of(CleaningRule.Kind.ADVERT_LINE));
    rules.of(CleaningRule.Kind.NOISE_LINE).stream()
        .filter(rule -> rule.where() == CleaningRule.Where.ANYWHERE)
        .forEach(wholeLines::add);
    List<Line> kept = new ArrayList<>(lines.size());
    boolean afterRemoval = false;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean removed = removed(lines, i, wholeLines);
      if (!removed) {
        kept.add(afterRemoval ? line.afterGap() : line);
      }
      afterRemoval = removed;
    }
    return kept;
  }

  private boolean removed(List<Line> lines, int index, List<CleaningRule> wholeLines) {
    Line line = lines.get(index);
    for (CleaningRule rule : wholeLines) {
      if (isWhole(line, rule) && stands(rule, index == 0 ? null : lines.get(index - 1))) {
        ledger.removed(rule, line.text());
        return true;
      }
    }
    return false;
  }

  /** Whether the line before, or none, is what a rule wants it to be. */
  private static boolean stands(CleaningRule rule, Line before) {
    return rule.after().isEmpty()
        || before != null
            && before.length() <= LONGEST_NOISE
            && rule.after().get().matcher(before.string()).matches();
  }

  private static boolean isWhole(Line line, CleaningRule rule) {
    return !line.fixed()
        && line.length() <= LONGEST_NOISE
        && rule.pattern().matcher(line.string()).matches();
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
    while (lines.size() > 1 && removed(lines, lines.size() - 1, noise)) {
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
      boolean isNoise = removed(lines, end, noise);
      if (!isNoise) {
        if (isBody(line)) {
          break;
        }
        kept.add(afterNoise ? line.afterGap() : line);
      }
      afterNoise = isNoise;
      end++;
    }
    List<Line> head = lines.subList(0, end);
    head.clear();
    lines.addAll(0, kept);
  }

  private static boolean isBody(Line line) {
    return line.fixed()
        || line.length() > LONGEST_HEAD_LINE
        || Line.isSentenceEnd(line.text().last())
        || Numbering.parse(line.head(16)).isPresent();
  }
}
