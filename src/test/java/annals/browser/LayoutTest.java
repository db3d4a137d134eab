package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything has its place, on every screen and in every size of type. */
@InChromium
class LayoutTest {
  private static final int[] WIDTHS = {1440, 1366, 1024, 768, 390, 320};
  private static final String[] SIZES = {"100", "150"};

  private final Chromium chromium;
  private final DemonstrationSite site;
  private BrowserContext reader;
  private Page page;

  LayoutTest(Chromium chromium, DemonstrationSite site) {
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

  private void show(int width, String size) {
    page.setViewportSize(width, 800);
    page.evaluate(
        """
        size => {
          document.documentElement.setAttribute('data-size', size);
          window.dispatchEvent(new Event('resize'));
          return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        }
        """,
        size);
  }

  @ParameterizedTest
  @EnumSource
  void noPageIsWiderThanTheScreen(SamplePage sample) {
    visit(sample);
    List<String> wide = new ArrayList<>();
    for (int width : WIDTHS) {
      for (String size : SIZES) {
        show(width, size);
        Object over =
            page.evaluate(
                """
                () => {
                  if (document.scrollingElement.scrollWidth <= innerWidth) return '';
                  const over = [...document.querySelectorAll('body *')].filter(
                    e => e.getBoundingClientRect().right > innerWidth + 1);
                  return document.scrollingElement.scrollWidth + ' px: '
                    + over.slice(0, 4).map(e => e.outerHTML.slice(0, 90)).join(' / ');
                }
                """);
        if (!over.equals("")) {
          wide.add(width + " px at " + size + " %: " + over);
        }
      }
    }
    assertEquals(List.of(), wide);
  }

  @ParameterizedTest
  @EnumSource
  void noTextIsCutOffByItsBox(SamplePage sample) {
    visit(sample);
    List<String> cut = new ArrayList<>();
    for (int width : new int[] {1440, 390}) {
      for (String size : SIZES) {
        show(width, size);
        Object found =
            page.evaluate(
                """
                () => [...document.querySelectorAll('button, summary, select, th, td, h1, h2, nav a')]
                  .filter(e => e.getClientRects().length && e.clientWidth > 0)
                  .filter(e => getComputedStyle(e).overflowX !== 'visible'
                    || getComputedStyle(e).display !== 'inline')
                  .filter(e => e.scrollWidth > e.clientWidth + 1)
                  .map(e => e.outerHTML.slice(0, 120))
                """);
        for (Object each : (List<?>) found) {
          cut.add(width + " px at " + size + " %: " + each);
        }
      }
    }
    assertEquals(List.of(), cut);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPressedIsAtLeast24PixelsWideAndHigh(SamplePage sample) {
    visit(sample);
    Set<String> small = new LinkedHashSet<>();
    for (int width : new int[] {1440, 390}) {
      show(width, "100");
      Object found =
          page.evaluate(
              """
              () => [...document.querySelectorAll('button, summary, select, input, nav a')]
                .map(e => [e, (e.closest('label') || e).getBoundingClientRect()])
                .filter(([e, box]) => e.getClientRects().length && !e.closest('.vh'))
                .filter(([e, box]) => Math.min(box.width, box.height) < 23.5)
                .map(([e, box]) => Math.round(box.width) + ' × ' + Math.round(box.height) + ' '
                  + e.outerHTML.slice(0, 120))
              """);
      for (Object each : (List<?>) found) {
        small.add(width + " px: " + each);
      }
    }
    assertEquals(Set.of(), small);
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
      names = {"HOME", "UNIT", "REPORT", "FOLLOW_UP", "COMPARE", "SEARCH_RESULTS"})
  void theFocusIsVisibleWhereverTabLeads(SamplePage sample) {
    List<String> lost = new ArrayList<>();
    for (int width : new int[] {1440, 390}) {
      page.setViewportSize(width, 800);
      visit(sample);
      page.evaluate("document.activeElement.blur()");
      for (int stop = 1; stop <= 30; stop++) {
        page.keyboard().press("Tab");
        Map<?, ?> focus =
            (Map<?, ?>)
                page.evaluate(
                    """
                    () => {
                      const e = document.activeElement;
                      const style = getComputedStyle(e);
                      const box = e.getClientRects()[0] || e.getBoundingClientRect();
                      const at = document.elementFromPoint(
                        box.left + box.width / 2, box.top + box.height / 2);
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
