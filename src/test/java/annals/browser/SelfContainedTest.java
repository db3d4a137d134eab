package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.browser.DemonstrationSite.Door;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a page needs is in the site, and nothing in it fails. */
@InChromium
class SelfContainedTest {
  private final Chromium chromium;
  private final DemonstrationSite site;

  SelfContainedTest(Chromium chromium, DemonstrationSite site) {
    this.chromium = chromium;
    this.site = site;
  }

  @ParameterizedTest
  @EnumSource
  void noPageComplainsFailsOrAsksForAnythingOutsideTheSite(Door door) {
    List<String> wrong = new ArrayList<>();
    try (BrowserContext reader = chromium.reader()) {
      Page page = reader.newPage();
      page.onConsoleMessage(message -> wrong.add(page.url() + " says " + message.text()));
      page.onPageError(error -> wrong.add(page.url() + " throws " + error));
      page.onRequest(
          request -> {
            if (!request.url().startsWith(site.root(door))) {
              wrong.add(page.url() + " asks for " + request.url());
            }
          });
      page.onRequestFailed(request -> wrong.add(page.url() + " does not get " + request.url()));
      page.onResponse(
          response -> {
            if (response.status() >= 400) {
              wrong.add(page.url() + " gets " + response.status() + " for " + response.url());
            }
          });
      site.server().takeMissing();
      for (SamplePage sample : SamplePage.values()) {
        if (door == Door.HTTP || !sample.isOnlyServed()) {
          page.navigate(site.address(door, sample.path()));
          page.waitForSelector(sample.sign());
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(List.of(), site.server().takeMissing(), "files that pages ask for");
  }

  @Test
  void whereNothingStandsDeepInTheSiteAStyledPageLeadsHome() {
    String nowhere = "units/zhengfuban/follow-up/1999/index.html";
    try (BrowserContext reader = chromium.reader()) {
      Page page = reader.newPage();
      assertEquals(404, page.navigate(site.http(nowhere)).status());
      page.waitForSelector(SamplePage.NOT_FOUND.sign());
      assertEquals(List.of(nowhere), site.server().takeMissing());
      assertEquals(
          "flex",
          page.evaluate("getComputedStyle(document.querySelector('.site-nav ul')).display"));
      page.click(".site-title a");
      page.waitForSelector(SamplePage.HOME.sign());
    }
  }
}
