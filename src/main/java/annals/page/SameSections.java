package annals.page;

import annals.archive.UnitArchive;
import annals.compare.YearComparison;
import annals.outline.Section;
import annals.report.ReportId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a section of one report continues in the unit's other reports: the pairs of each comparison
 * with the year before, followed from year to year for as long as the section has a counterpart.
 */
final class SameSections {
  /** For each report, its neighbours with the anchors that correspond: own to the neighbour's. */
  private final Map<ReportId, List<Step>> steps = new HashMap<>();

  private record Step(ReportId to, Map<String, String> anchors) {}

  SameSections(UnitArchive archive) {
    for (YearComparison comparison : archive.comparisons()) {
      Map<String, String> forth = new HashMap<>();
      Map<String, String> back = new HashMap<>();
      for (YearComparison.SectionPair pair : comparison.rows()) {
        if (pair.older().isPresent() && pair.newer().isPresent()) {
          String older = pair.older().map(Section::anchor).orElseThrow();
          String newer = pair.newer().map(Section::anchor).orElseThrow();
          forth.put(older, newer);
          back.put(newer, older);
        }
      }
      steps(comparison.older()).add(new Step(comparison.newer(), forth));
      steps(comparison.newer()).add(new Step(comparison.older(), back));
    }
  }

  private List<Step> steps(ReportId id) {
    return steps.computeIfAbsent(id, key -> new ArrayList<>());
  }

  /** For every report that can be reached from this one: its anchors by this one's anchors. */
  Map<ReportId, Map<String, String>> from(ReportId start) {
    Map<ReportId, Map<String, String>> reached = new TreeMap<>();
    Deque<ReportId> waiting = new ArrayDeque<>();
    waiting.add(start);
    while (!waiting.isEmpty()) {
      ReportId here = waiting.remove();
      for (Step step : steps.getOrDefault(here, List.of())) {
        if (step.to().equals(start) || reached.containsKey(step.to())) {
          continue;
        }
        reached.put(step.to(), here.equals(start) ? step.anchors() : join(reached.get(here), step));
        waiting.add(step.to());
      }
    }
    return reached;
  }

  private static Map<String, String> join(Map<String, String> first, Step step) {
    Map<String, String> joined = new HashMap<>();
    first.forEach(
        (own, middle) -> {
          String far = step.anchors().get(middle);
          if (far != null) {
            joined.put(own, far);
          }
        });
    return joined;
  }
}
