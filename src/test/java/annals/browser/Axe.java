package annals.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** axe-core in a page. What it finds is given as rule, element and what is wrong with it. */
final class Axe {
  private static final List<String> STANDARDS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final List<String> OF_COLOUR = List.of("color-contrast", "link-in-text-block");

  private Axe() {}

  /** What is against WCAG 2.0 to 2.2, levels A and AA, or against axe's own best practices. */
  static List<String> violations(Page page) {
    return violations(page, "tag", STANDARDS);
  }

  /** The same by the rules alone that a change of the colour scheme can break. */
  static List<String> violationsOfColour(Page page) {
    return violations(page, "rule", OF_COLOUR);
  }

  /** axe.run itself: AxeBuilder would hand over half a megabyte of script for each run. */
  private static List<String> violations(Page page, String type, List<String> values) {
    if (page.evaluate("typeof axe").equals("undefined")) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    Object found =
        page.evaluate(
            """
            only => axe.run({runOnly: only, resultTypes: ['violations']}).then(
              found => found.violations.flatMap(
                rule => rule.nodes.map(
                  node => rule.id + ': ' + node.html + ' ' + node.failureSummary)))
            """,
            Map.of("type", type, "values", values));
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }
}
