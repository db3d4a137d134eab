package annals.bench;

import annals.browser.Chromium;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How long pages that set reports side by side take to open in Chromium from a server on this
 * machine: from the navigation to the frame behind the one in which the comparison stands.
 *
 * <pre>CompareOpening SITE PATH…</pre>
 *
 * Each path (from the site's root, perhaps with a query) is opened seven times, in a new context
 * each time; the median and the worst are printed with the length of the two texts, and the same of when the
 * page itself says that it first painted something.
 */
public final class CompareOpening {
  private static final int ROUNDS = 7;

  private static final String PAINTED =
      "() => performance.getEntriesByName('first-contentful-paint')[0].startTime";

  private CompareOpening() {}

  public static void main(String[] arguments) throws IOException {
    Path site = Path.of(arguments[0]);
    try (CountingServer server = new CountingServer(site);
        Chromium chromium = Chromium.launch(Chromium.executable().orElseThrow())) {
      for (int i = 1; i < arguments.length; i++) {
        List<Double> times = new ArrayList<>();
        List<Double> painted = new ArrayList<>();
        int characters = 0;
        for (int round = 0; round < ROUNDS; round++) {
          try (BrowserContext reader = chromium.reader()) {
            Page page = reader.newPage();
            page.setViewportSize(1366, 768);
            long start = System.nanoTime();
            page.navigate(server.address() + arguments[i]);
            page.waitForSelector(".comparison > section p");
            page.evaluate("() => new Promise(r => requestAnimationFrame(() => setTimeout(r, 0)))");
            times.add((System.nanoTime() - start) / 1e6);
            painted.add(((Number) page.evaluate(PAINTED)).doubleValue());
            characters = page.textContent(".comparison").replaceAll("\\s+", "").length();
          }
        }
        Collections.sort(times);
        Collections.sort(painted);
        System.out.printf(
            Locale.ROOT,
            "%s: %d characters, median %.0f ms, worst %.0f ms; painted after %.0f, %.0f ms%n",
            arguments[i],
            characters,
            times.get(ROUNDS / 2),
            times.getLast(),
            painted.get(ROUNDS / 2),
            painted.getLast());
      }
    }
  }
}
