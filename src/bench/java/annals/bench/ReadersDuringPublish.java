package annals.bench;

import annals.browser.Chromium;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Publishes two versions of an archive in turn, many times, while readers fetch pages, assets and
 * index files through nginx with the project's configuration, and a browser searches, without
 * pause. Every answer must be whole, and every search must find what one of the two versions has.
 * Ends with an error at the first thing amiss.
 *
 * <pre>ReadersDuringPublish [--folder DIR] [--publishes N] [--reports N]</pre>
 *
 * Runs from the project's root; needs nginx and Chromium. The second version has one report more in
 * its first unit, so that all reports of the index have other numbers.
 */
public final class ReadersDuringPublish {
  private static final int READERS = 3;
  private static final String SEARCH =
      "query => annals.search(query, {exact: true, limit: 50}).then(answer =>"
          + " JSON.stringify([answer.total, answer.hits.map(hit => hit.url.replace(/\\?.*/, '')),"
          + " answer.hits.map(hit => hit.sections.map(section => section.snippet))]),"
          + " error => 'error: ' + error.message)";

  private final Path folder;
  private final int reports;
  private final PrintStream out;
  private final Queue<String> amiss = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicInteger fetched = new AtomicInteger();
  private int searches;

  private ReadersDuringPublish(Path folder, int reports, PrintStream out) {
    this.folder = folder;
    this.reports = reports;
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of("target", "bench", "read-" + System.nanoTime());
    int publishes = 20;
    int reports = 200;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--folder" -> folder = Path.of(arguments[++i]);
        case "--publishes" -> publishes = Integer.parseInt(arguments[++i]);
        case "--reports" -> reports = Integer.parseInt(arguments[++i]);
        default -> throw new IllegalArgumentException(arguments[i]);
      }
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path place = Files.createDirectories(folder.toAbsolutePath());
    try {
      new ReadersDuringPublish(place, reports, out).run(publishes);
    } finally {
      Folders.delete(place);
    }
  }

  private void run(int publishes) throws Exception {
    makeVersions();
    publish("a");
    int port = freePort();
    Process nginx = startNginx(port);
    String address = "http://127.0.0.1:" + port + "/";
    try (Chromium chromium = Chromium.launch(Chromium.executable().orElseThrow())) {
      String query = commonWords();
      Set<String> known = new HashSet<>();
      known.add(search(chromium, address, query));
      publish("b");
      known.add(search(chromium, address, query));
      if (known.size() != 2 || known.stream().anyMatch(answer -> answer.startsWith("error"))) {
        throw new IOException("the two versions cannot be told apart: " + known);
      }
      List<Thread> readers = new ArrayList<>();
      Set<String> paths = commonPaths();
      for (int i = 0; i < READERS; i++) {
        int seed = i;
        readers.add(Thread.ofPlatform().start(() -> read(address, List.copyOf(paths), seed)));
      }
      Thread publisher = Thread.ofPlatform().start(() -> publishInTurn(publishes));
      Set<String> found = new HashSet<>();
      while (publisher.isAlive()) {
        String answer = search(chromium, address, query);
        found.add(answer);
        if (!known.contains(answer)) {
          amiss.add("a search found neither what the one nor what the other has: " + answer);
        }
      }
      ended.set(true);
      for (Thread reader : readers) {
        reader.join();
      }
      if (!amiss.isEmpty()) {
        throw new IOException(amiss.size() + " things amiss, first: " + amiss.peek());
      }
      out.printf(
          Locale.ROOT,
          "%d publishes of %d reports: %d files fetched whole, %d page loads with a search, each"
              + " with the answer of one release (both were seen: %s)%n",
          publishes,
          reports,
          fetched.get(),
          searches,
          found.size() == 2);
    } finally {
      ended.set(true);
      nginx.destroy();
      nginx.waitFor();
    }
  }

  private Path version(String name) {
    return folder.resolve(name);
  }

  private void makeVersions() throws Exception {
    for (String name : List.of("a", "b")) {
      CorpusGenerator corpus = new CorpusGenerator(GeneratedArchive.SEED);
      corpus.write(version(name), reports);
      if (name.equals("b")) {
        corpus.writeUnit(version(name).resolve("content"), 0, CorpusGenerator.YEARS + 1);
      }
      Files.writeString(
          version(name).resolve("annals.yaml"),
          "title: 年度报告档案\npublish:\n  targets:\n    web:\n      kind: dir\n      path: "
              + folder.resolve("web")
              + "\n      keep: 2\n");
      MeasuredRun.of(List.of("./annals", "build", "--source", version(name).toString()));
    }
    // so that neither version lacks what the other has published
    for (String name : List.of("a", "b", "a")) {
      new ProcessBuilder(command(name)).start().waitFor();
      MeasuredRun.of(List.of("./annals", "build", "--source", version(name).toString()));
    }
  }

  private List<String> command(String name) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        "target/annals.jar",
        "annals.cli.Main",
        "publish",
        "--source",
        version(name).toString());
  }

  private void publish(String name) throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    int code =
        new ProcessBuilder(command(name))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException(Files.readString(said));
    }
  }

  private void publishInTurn(int publishes) {
    try {
      for (int i = 0; i < publishes; i++) {
        publish(i % 2 == 0 ? "a" : "b");
      }
    } catch (IOException e) {
      amiss.add("a publish failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Files that both versions have. */
  private Set<String> commonPaths() throws IOException {
    List<Set<String>> all = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      all.add(
          JsonRows.read(version(name).resolve("site/manifest.json"), "files").stream()
              .map(row -> row.get("path"))
              .collect(Collectors.toSet()));
    }
    all.get(0).retainAll(all.get(1));
    return all.get(0);
  }

  /** Words of the report that one version has more, which stand in a few others too. */
  private String commonWords() throws IOException {
    String added =
        Files.readString(
            version("b")
                .resolve("content")
                .resolve(CorpusGenerator.slug(0))
                .resolve(CorpusGenerator.FIRST_YEAR + CorpusGenerator.YEARS + ".md"));
    List<String> others = new ArrayList<>();
    for (Path file : Folders.files(version("a").resolve("content"))) {
      if (file.toString().endsWith(".md")) {
        others.add(Files.readString(file));
      }
    }
    for (int at = added.indexOf("## "); at + 3 <= added.length(); at++) {
      String words = added.substring(at, at + 3);
      long reports = others.stream().filter(text -> text.contains(words)).count();
      if (words.chars().allMatch(Character::isIdeographic) && reports >= 3 && reports <= 30) {
        return words;
      }
    }
    throw new IOException("the reports have no words in common");
  }

  private String search(Chromium chromium, String address, String query) {
    try (BrowserContext reader = chromium.reader()) {
      Page page = reader.newPage();
      page.navigate(address + "search/index.html");
      searches++;
      return String.valueOf(page.evaluate(SEARCH, query));
    }
  }

  private void read(String address, List<String> paths, int seed) {
    Random random = new Random(seed);
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!ended.get()) {
        String path = paths.get(random.nextInt(paths.size()));
        HttpResponse<byte[]> answer =
            client.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        fetched.incrementAndGet();
        long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
        byte[] body = answer.body();
        String end =
            new String(body, Math.max(0, body.length - 9), Math.min(9, body.length)).strip();
        if (answer.statusCode() != 200
            || length >= 0 && length != body.length
            || path.endsWith(".html") && !end.endsWith("</html>")) {
          amiss.add(path + ": " + answer.statusCode() + ", " + body.length + " bytes");
        }
      }
    } catch (IOException e) {
      amiss.add("an answer broke off: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** With {@code docs/nginx.conf}, its three marked lines changed. */
  private Process startNginx(int port) throws IOException, InterruptedException {
    String server =
        Files.readString(Path.of("docs", "nginx.conf"))
            .replace("listen 80;", "listen 127.0.0.1:" + port + ";")
            .replace("root /srv/www/annals/current;", "root " + folder.resolve("web/current") + ";");
    Path conf = folder.resolve("nginx.conf");
    Files.writeString(
        conf,
        "daemon off;\nuser root;\npid "
            + folder.resolve("nginx.pid")
            + ";\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n"
            + server
            + "}\n");
    Process nginx =
        new ProcessBuilder("nginx", "-p", folder.toString(), "-c", conf.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.log").toFile())
            .start();
    Thread.sleep(1000);
    if (!nginx.isAlive()) {
      throw new IOException(Files.readString(folder.resolve("nginx.log")));
    }
    return nginx;
  }
}
