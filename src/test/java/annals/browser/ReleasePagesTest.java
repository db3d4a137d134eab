package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.cli.CommandRun;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a published site alone: what changed, and pages and anchors that answer old links. */
@InChromium
class ReleasePagesTest {
  private static final int[] WIDTHS = {1440, 390};

  private final Chromium chromium;

  @TempDir Path folder;

  ReleasePagesTest(Chromium chromium) {
    this.chromium = chromium;
  }

  private void run(String... command) {
    CommandRun run = CommandRun.of(command);
    assertEquals(0, run.code(), run.said());
  }

  /**
   * An archive that was published, then edited (a sentence removed, a report withdrawn, a second
   * one of a year added) and published again.
   */
  private Path published() throws IOException {
    Path archive = folder.resolve("archive");
    run("new", archive.toString());
    Path yaml = archive.resolve("annals.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml)
            + "publish:\n  targets:\n    web:\n      kind: dir\n      path: "
            + folder.resolve("web")
            + "\n");
    buildAndPublish(archive);
    Path content = archive.resolve("content/综合科");
    Path report = content.resolve("2023.md");
    String text = Files.readString(report);
    int heading = text.indexOf("### （一）");
    int paragraph = text.indexOf("\n\n", heading) + 2;
    int end = text.indexOf('。', paragraph) + 1;
    Files.writeString(report, text.substring(0, paragraph) + text.substring(end));
    Files.delete(content.resolve("2022.md"));
    Files.writeString(
        content.resolve("2024-party.md"),
        "---\ntitle: 综合科2024年党建工作总结\nyear: 2024\nkind: party\n---\n\n## 一、情况\n\n开了会。\n");
    buildAndPublish(archive);
    return folder.resolve("web/current");
  }

  private void buildAndPublish(Path archive) {
    run("build", "--quiet", "--source", archive.toString());
    run("publish", "--quiet", "--source", archive.toString());
  }

  @Test
  void pages_of_releases_are_accessible_and_old_links_arrive() throws IOException {
    Path site = published();
    List<String> console = new ArrayList<>();
    try (SiteServer server = SiteServer.of(site);
        BrowserContext reader = chromium.reader()) {
      Page page = reader.newPage();
      page.onConsoleMessage(message -> console.add(message.text()));
      page.onPageError(console::add);

      page.navigate(server.address() + "index.html");
      page.click(".imprint a");
      page.waitForSelector(".releases");
      expectAccessible(page);
      page.click(".releases a");
      page.waitForSelector(".reports .sections");
      expectAccessible(page);
      page.click(".reports .sections a");
      page.waitForSelector("body.report");
      assertTrue(page.url().contains("/2023/index.html#s-"), page.url());

      page.navigate(server.address() + "units/zongheke/2023/index.html#s-1-1-p1-1");
      Object note =
          page.evaluate("getComputedStyle(document.querySelector(':target'), '::after').content");
      assertTrue(String.valueOf(note).contains("删改"), String.valueOf(note));

      page.navigate(server.address() + "units/zongheke/2022/index.html#s-1");
      page.waitForSelector("body.former-page");
      expectAccessible(page);

      page.navigate(server.address() + "units/zongheke/2024/index.html");
      page.waitForSelector("body.year-choice");
      page.navigate("about:blank");
      page.navigate(server.address() + "units/zongheke/2024/index.html#s-1");
      page.waitForURL(url -> url.endsWith("/2024-work/index.html#s-1"));

      assertEquals(List.of(), server.takeMissing());
      assertEquals(List.of(), console);
    }
  }

  private void expectAccessible(Page page) {
    for (int width : WIDTHS) {
      page.setViewportSize(width, 800);
      assertEquals(List.of(), Axe.violations(page), page.url());
      assertEquals(
          false,
          page.evaluate("document.scrollingElement.scrollWidth > innerWidth"),
          page.url() + " at " + width);
    }
  }
}
