package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.build.TestSite;
import annals.preview.Preview;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that is open while its report is edited. */
@InChromium
class PreviewPageTest {
  private static final String REPORT = "content/甲/2023.md";
  private static final String START = "---\ntitle: 甲2023年工作总结\n---\n\n## 一、情况\n\n";
  private static final String SHOWN_ERROR =
      "[...document.querySelectorAll('#annals-preview-diagnostics')]"
          + ".some(shown => shown.textContent.includes('error'))";

  private final Chromium chromium;

  @TempDir Path folder;
  private TestSite site;
  private Preview preview;
  private BrowserContext reader;
  private Page page;

  PreviewPageTest(Chromium chromium) {
    this.chromium = chromium;
  }

  @BeforeEach
  void open() throws Exception {
    site = TestSite.in(folder, "== " + REPORT + "\n" + START + "办结三件。\n\n".repeat(200));
    preview =
        Preview.start(
            folder, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), found -> {});
    reader = chromium.reader();
    page = reader.newPage();
    page.navigate("http://localhost:" + preview.port() + "/units/jia/2023/");
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    preview.close();
  }

  @Test
  void itShowsTheEditIsLoadedAgainAndStaysWhereItWasScrolled() {
    page.evaluate("window.scrollTo(0, 600); window.isOld = true");
    site.write(REPORT, START + "办结三件。\n\n".repeat(200) + "办结四件。\n");
    page.waitForFunction("document.querySelector('main').textContent.includes('办结四件')");
    page.waitForFunction("!window.isOld && document.readyState === 'complete'");
    page.waitForFunction("window.scrollY > 0");
    assertEquals(600, ((Number) page.evaluate("Math.round(window.scrollY)")).intValue());
    assertTrue(page.innerText("main").contains("办结四件"));
  }

  @Test
  void aBrokenEditLeavesItAndIsShownOverIt() {
    site.write(REPORT, "---\ntitle: [\n---\n");
    page.waitForFunction(SHOWN_ERROR);
    assertTrue(page.innerText("main").contains("办结三件"));
    site.write(REPORT, START + "办结五件。\n");
    page.waitForFunction("document.querySelector('main').textContent.includes('办结五件')");
    page.waitForFunction("!(" + SHOWN_ERROR + ")");
  }
}
