package annals.lint;

import annals.archive.ReportRecord;
import annals.diagnostic.Diagnostic;
import annals.ingest.CleaningRules;
import annals.report.PlacedProse;
import annals.text.Spaces;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/** Adverts, watermarks and web page noise that the cleaning rules know, still in the text. */
final class Leftovers implements Lint {
  private final List<CleaningRules.Leftover> rules;

  Leftovers(List<CleaningRules.Leftover> rules) {
    this.rules = List.copyOf(rules);
  }

  @Override
  public List<String> names() {
    return List.of("leftover");
  }

  @Override
  public void check(ReportRecord record, Consumer<Diagnostic> found) {
    Texts.of(record).forEach(placed -> look(record, placed, found));
  }

  private void look(ReportRecord record, PlacedProse placed, Consumer<Diagnostic> found) {
    String text = placed.prose().text();
    for (CleaningRules.Leftover rule : rules) {
      String looked = rule.wholeLine() ? Spaces.strip(text) : text;
      Matcher matcher = rule.pattern().matcher(looked);
      if (rule.wholeLine() ? matcher.matches() : matcher.find()) {
        found.accept(
            Diagnostic.warning(
                "leftover",
                Texts.at(record, placed, rule.wholeLine() ? 0 : matcher.start()),
                "no part of a report: " + shortened(matcher.group()),
                rule.reason() + ", rule " + rule.rule() + " of the cleaning rules"));
      }
    }
  }

  private static String shortened(String text) {
    String shown = text.isBlank() || Spaces.isBlank(text) ? "(invisible)" : text;
    return shown.length() <= 24 ? shown : shown.substring(0, 24) + "…";
  }
}
