package annals.bench;

import annals.browser.Chromium;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Previews a generated archive as a user starts it, opens a report in Chromium, edits that report
 * again and again, and takes the time from the moment the file is written until the browser shows
 * the new sentence. Prints all times, and the middle and the worst of them.
 *
 * <pre>PreviewBenchmark [--folder DIR] [--edits N] REPORTS…</pre>
 *
 * Runs from the project's root. Between edits it waits for a time that differs from edit to edit, so
 * that some come while the whole site is being built again.
 */
public final class PreviewBenchmark {
  private static final Pattern ADDRESS = Pattern.compile("(http://localhost:\\d+/) follows");

  private final Path folder;
  private final int edits;
  private final PrintStream out;

  private PreviewBenchmark(Path folder, int edits, PrintStream out) {
    this.folder = folder;
    this.edits = edits;
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    List<Integer> sizes = new ArrayList<>();
    Path folder = Path.of("target", "bench");
    int edits = 20;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--folder" -> folder = Path.of(arguments[++i]);
        case "--edits" -> edits = Integer.parseInt(arguments[++i]);
        default -> sizes.add(Integer.parseInt(arguments[i]));
      }
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (int reports : sizes) {
      new PreviewBenchmark(folder, edits, out).run(reports);
    }
  }

  private void run(int reports) throws Exception {
    GeneratedArchive archive = GeneratedArchive.in(folder, reports);
    String unit = CorpusGenerator.slug(reports / CorpusGenerator.YEARS / 2);
    Path report = archive.content().resolve(unit).resolve(CorpusGenerator.FIRST_YEAR + 3 + ".md");
    String text = Files.readString(report);
    Process serve =
        new ProcessBuilder(
                "./annals", "serve", "--port", "0", "--source", archive.source().toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said =
            new BufferedReader(
                new InputStreamReader(serve.getInputStream(), StandardCharsets.UTF_8));
        Chromium chromium = Chromium.launch(Chromium.executable().orElseThrow());
        BrowserContext reader = chromium.reader()) {
      long start = System.nanoTime();
      String address = address(said);
      out.printf(Locale.ROOT, "%d reports: served after %.1f s%n", reports, since(start) / 1e3);
      Thread.ofPlatform().daemon().start(() -> said.lines().forEach(line -> {}));
      Page page = reader.newPage();
      page.navigate(address + "units/" + unit + "/" + (CorpusGenerator.FIRST_YEAR + 3) + "/");
      List<Double> times = new ArrayList<>();
      for (int edit = 0; edit < edits; edit++) {
        String sentence = "第" + edit + "次改写的句子已经上屏。";
        int end = text.lastIndexOf('。') + 1;
        Files.writeString(report, text.substring(0, end) + sentence + text.substring(end));
        long written = System.nanoTime();
        page.waitForFunction(
            "sentence => document.body && document.body.textContent.includes(sentence)", sentence);
        times.add(since(written));
        Thread.sleep(500 + 700L * (edit % 6));
      }
      out.println(times.stream().map(Math::round).map(String::valueOf).collect(Collectors.joining(" ")));
      Collections.sort(times);
      out.printf(
          Locale.ROOT,
          "%d edits: on screen after %.0f ms in the middle, %.0f ms at worst, %d within 500 ms%n",
          edits,
          times.get(edits / 2),
          times.getLast(),
          times.stream().filter(time -> time <= 500).count());
    } finally {
      Files.writeString(report, text);
      serve.descendants().forEach(ProcessHandle::destroy);
      serve.destroy();
      serve.waitFor();
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static String address(BufferedReader said) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher matcher = ADDRESS.matcher(line);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    throw new IOException("the preview did not start");
  }
}
