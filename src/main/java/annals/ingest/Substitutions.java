package annals.ingest;

import annals.text.Masks;
import annals.text.Span;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Puts other characters where a source has the wrong ones: look-alikes, what a site's rules name,
 * and masked words that the caller asked to have back. Each is entered in the ledger.
 */
final class Substitutions {
  private final List<CleaningRule> rules;
  private final CleaningRules.Restoring restoring;
  private final ImportLog.Ledger ledger;

  Substitutions(CleaningRules rules, ImportLog.Ledger ledger) {
    this.rules = new ArrayList<>(rules.of(CleaningRule.Kind.LOOK_ALIKE));
    this.rules.addAll(rules.of(CleaningRule.Kind.REPLACE));
    this.restoring = rules.restoring();
    this.ledger = ledger;
  }

  /** What stands at a place, and what is to stand there. */
  private record Change(Span span, String by) {}

  TracedText in(TracedText line) {
    TracedText changed = line;
    for (CleaningRule rule : rules) {
      changed = changed(changed, byRule(changed.text(), rule), rule.name(), rule.reason());
    }
    for (Map.Entry<String, String> mask : restoring.words().entrySet()) {
      List<Change> changes = restored(changed.text(), mask.getKey(), mask.getValue());
      changed = changed(changed, changes, "restore", "按要求还原隐去的字");
    }
    return changed;
  }

  private TracedText changed(TracedText line, List<Change> changes, String rule, String reason) {
    if (changes.isEmpty()) {
      return line;
    }
    for (Change change : changes) {
      String before = change.span().of(line.text());
      ledger.replaced(rule, reason, line.origin(change.span().start()), before, change.by());
    }
    return line.with(
        changes.stream().map(Change::span).toList(), changes.stream().map(Change::by).toList());
  }

  private static List<Change> byRule(String text, CleaningRule rule) {
    List<Change> changes = new ArrayList<>();
    Matcher matcher = rule.pattern().matcher(text);
    while (matcher.find()) {
      String found = matcher.group();
      String by =
          rule.kind() == CleaningRule.Kind.LOOK_ALIKE
              ? ordinary(found, rule.by())
              : rule.pattern().matcher(found).replaceFirst(rule.by());
      if (!found.isEmpty() && !by.equals(found)) {
        changes.add(new Change(new Span(matcher.start(), matcher.end()), by));
      }
    }
    return changes;
  }

  /** The characters that look-alikes stand for: by pairs, else by Unicode's compatibility forms. */
  private static String ordinary(String found, String pairs) {
    StringBuilder ordinary = new StringBuilder();
    for (int i = 0; i < found.length(); i++) {
      int pair = pairs.indexOf(found.charAt(i));
      ordinary.append(
          pair >= 0 && pair % 2 == 0
              ? pairs.substring(pair + 1, pair + 2)
              : Normalizer.normalize(found.substring(i, i + 1), Normalizer.Form.NFKC));
    }
    return ordinary.toString();
  }

  private List<Change> restored(String text, String mask, String word) {
    List<Change> changes = new ArrayList<>();
    for (Span span : places(text, mask)) {
      changes.add(new Change(span, exception(text, span, mask, word).orElse(word)));
    }
    changes.sort(Comparator.comparingInt(change -> change.span().start()));
    return changes;
  }

  /** Where a mask stands: known kinds where they are masks, other strings wherever they are. */
  private static List<Span> places(String text, String mask) {
    List<Span> spans = new ArrayList<>();
    if (mask.equals("D") || mask.equals("A")) {
      Masks.find(text).stream()
          .filter(m -> m.kind().equals(mask))
          .forEach(m -> spans.add(m.span()));
      return spans;
    }
    for (int at = text.indexOf(mask); at >= 0; at = text.indexOf(mask, at + mask.length())) {
      spans.add(new Span(at, at + mask.length()));
    }
    return spans;
  }

  /** What a mask stands for in a phrase of the exceptions: 预备D is 预备党员, but 预备D员 needs none. */
  private Optional<String> exception(String text, Span span, String mask, String word) {
    for (Map.Entry<String, String> entry : restoring.exceptions().entrySet()) {
      String phrase = entry.getKey();
      int at = phrase.indexOf(mask);
      int start = span.start() - at;
      int end = start + phrase.length();
      String before = at < 0 ? "" : phrase.substring(0, at);
      String after = at < 0 ? "" : phrase.substring(at + mask.length());
      String whole = entry.getValue();
      boolean fits =
          at >= 0
              && start >= 0
              && text.startsWith(phrase, start)
              && whole.length() > before.length() + after.length()
              && whole.startsWith(before)
              && whole.endsWith(after);
      if (fits) {
        String by = whole.substring(before.length(), whole.length() - after.length());
        boolean goesOn = by.startsWith(word) && text.startsWith(by.substring(word.length()), end);
        return goesOn && by.length() > word.length() ? Optional.empty() : Optional.of(by);
      }
    }
    return Optional.empty();
  }
}
