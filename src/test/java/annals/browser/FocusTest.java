package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever reads by keyboard sees where they are. */
@InChromium
class FocusTest {
  private final Chromium chromium;
  private final DemonstrationSite site;
  private BrowserContext reader;
  private Page page;

  FocusTest(Chromium chromium, DemonstrationSite site) {
    this.chromium = chromium;
    this.site = site;
  }

  @BeforeEach
  void open() {
    reader = chromium.reader();
    page = reader.newPage();
  }

  @AfterEach
  void close() {
    reader.close();
  }

  private void visit(SamplePage sample) {
    page.navigate(site.http(sample.path()));
    page.waitForSelector(sample.sign());
  }

  @Test
  void theSkipLinkShowsItselfOnFocusAndLeadsToTheText() {
    visit(SamplePage.REPORT);
    page.keyboard().press("Tab");
    assertEquals(true, page.evaluate("document.activeElement.matches('.skip')"));
    BoundingBox box = page.locator(".skip").boundingBox();
    assertTrue(box.x >= 0 && box.y >= 0 && box.width > 24 && box.height >= 24, "shown");
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertEquals(true, page.evaluate("document.activeElement.closest('main') !== null"));
  }

  @ParameterizedTest
  @EnumSource(
      value = SamplePage.class,
      names = {"HOME", "REPORT", "FOLLOW_UP", "SEARCH_RESULTS"})
  void theFocusIsVisibleWhereverTabLeads(SamplePage sample) {
    List<String> lost = new ArrayList<>();
    for (int width : new int[] {1440, 390}) {
      page.setViewportSize(width, 800);
      visit(sample);
      page.evaluate("document.activeElement.blur()");
      for (int stop = 1; stop <= 20; stop++) {
        page.keyboard().press("Tab");
        Map<?, ?> focus =
            (Map<?, ?>)
                page.evaluate(
                    """
                    () => {
                      const e = document.activeElement;
                      const style = getComputedStyle(e);
                      const box = e.getClientRects()[0] || e.getBoundingClientRect();
                      const middle = (from, to, end) =>
                        (Math.max(from, 0) + Math.min(to, end)) / 2;
                      const at = document.elementFromPoint(
                        middle(box.left, box.right, innerWidth),
                        middle(box.top, box.bottom, innerHeight));
                      return {
                        what: e.outerHTML.slice(0, 120),
                        ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
                        seen: box.width > 0 && style.opacity === '1' && at !== null
                          && (e.contains(at) || at.contains(e)),
                      };
                    }
                    """);
        if (!Boolean.TRUE.equals(focus.get("ring")) || !Boolean.TRUE.equals(focus.get("seen"))) {
          lost.add(width + " px, stop " + stop + ": " + focus);
        }
      }
    }
    assertEquals(List.of(), lost);
  }
}
