package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every sample page, on every screen, in every size of type and both schemes. */
@InChromium
@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {
  private static final int[] WIDTHS = {1440, 1366, 1024, 768, 390, 320};
  private static final int[] WIDE_AND_NARROW = {1440, 390};
  private static final String[] SIZES = {"100", "150"};

  /** Of the search page's form the words searched for stay: hits say nothing without them. */
  private static final String NOT_FOR_PAPER =
      "nav, button, select, [type=checkbox], form:not(#search-form),"
          + " .skip, .site-head, .search-box, .display, .pilcrow";

  @Parameter private SamplePage sample;

  private final Chromium chromium;
  private final DemonstrationSite site;
  private BrowserContext reader;
  private Page page;

  EveryPageTest(Chromium chromium, DemonstrationSite site) {
    this.chromium = chromium;
    this.site = site;
  }

  @BeforeParameterizedClassInvocation(injectArguments = false)
  void open() {
    reader = chromium.reader();
    page = reader.newPage();
    page.navigate(site.http(sample.path()));
    page.waitForSelector(sample.sign());
  }

  @AfterParameterizedClassInvocation(injectArguments = false)
  void close() {
    reader.close();
  }

  @Test
  void axeFindsNoViolation() {
    List<String> violations = new ArrayList<>();
    for (int width : WIDE_AND_NARROW) {
      show(width, "100");
      for (String violation : Axe.violations(page)) {
        violations.add(width + " px, light: " + violation);
      }
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      for (String violation : Axe.violationsOfColour(page)) {
        violations.add(width + " px, dark: " + violation);
      }
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
    assertEquals(List.of(), violations, sample.path());
  }

  @Test
  void nothingIsWiderThanTheScreen() {
    expectNothing(
        WIDTHS,
        """
        () => {
          const width = document.scrollingElement.scrollWidth;
          if (width <= innerWidth) return [];
          return [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => width + ' px, ' + e.outerHTML.slice(0, 120));
        }
        """);
  }

  @Test
  void noTextIsCutOffByItsBox() {
    expectNothing(
        WIDE_AND_NARROW,
        """
        () => [...document.querySelectorAll('button, summary, select, th, td, h1, h2, nav a')]
          .filter(e => e.clientWidth > 0 && !e.closest('.vh'))
          .filter(e => e.scrollWidth > e.clientWidth + 1)
          .map(e => e.outerHTML.slice(0, 120))
        """);
  }

  @Test
  void whatIsPressedIsAtLeast24PixelsWideAndHigh() {
    expectNothing(
        WIDE_AND_NARROW,
        """
        () => [...document.querySelectorAll('button, summary, select, input, nav a')]
          .filter(e => e.getClientRects().length && !e.closest('.vh'))
          .map(e => [e, (e.closest('label') || e).getBoundingClientRect()])
          .filter(([e, box]) => Math.min(box.width, box.height) < 23.9)
          .map(([e, box]) => box.width + ' × ' + box.height + ' ' + e.outerHTML.slice(0, 120))
        """);
  }

  @Test
  void slashGoesToTheSearchBox() {
    page.evaluate("document.activeElement.blur()");
    page.keyboard().press("/");
    assertEquals("q", page.evaluate("document.activeElement.id"), sample.path());
  }

  @Test
  void paperHasTheTextAndNoControls() {
    show(1440, "100");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    Object controls =
        page.evaluate(
            """
            selector => [...document.querySelectorAll(selector)]
              .filter(e => e.getClientRects().length)
              .map(e => e.outerHTML.slice(0, 120))
            """,
            NOT_FOR_PAPER);
    assertEquals(List.of(), controls, sample.path());
    assertTrue(page.isVisible("h1"));
    assertTrue(page.innerText("main").length() > 30, sample.path());
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  /** Runs a script that lists what is wrong, in all widths and both sizes of type. */
  private void expectNothing(int[] widths, String script) {
    List<String> wrong = new ArrayList<>();
    for (int width : widths) {
      for (String size : SIZES) {
        show(width, size);
        for (Object each : (List<?>) page.evaluate(script)) {
          wrong.add(width + " px at " + size + " %: " + each);
        }
      }
    }
    assertEquals(List.of(), wrong, sample.path());
  }

  private void show(int width, String size) {
    page.setViewportSize(width, 800);
    page.evaluate(
        """
        size => {
          document.documentElement.setAttribute('data-size', size);
          window.dispatchEvent(new Event('resize'));
          return new Promise(requestAnimationFrame);
        }
        """,
        size);
  }
}
