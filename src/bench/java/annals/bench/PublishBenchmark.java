package annals.bench;

import annals.publish.OpenSshServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Publishes a generated archive with the program as a user starts it, changes one sentence of one
 * report, and publishes again: into a folder, and over SFTP to an OpenSSH server on loopback.
 * Prints a table in Markdown, with what the second publish needs of the first's bytes and time.
 *
 * <pre>PublishBenchmark [--folder DIR] [--compress] REPORTS…</pre>
 *
 * Runs from the project's root, as a user that may start sshd. The archives are those of {@link
 * BuildBenchmark}; their reports are in the end what they were.
 */
public final class PublishBenchmark {
  private static final Pattern SENT =
      Pattern.compile("(\\d+) files sent, ([\\d.]+) (B|kB|MB), in ([\\d.]+) s");

  private final Path folder;
  private final String more;
  private final PrintStream out;

  private PublishBenchmark(Path folder, boolean compress, PrintStream out) {
    this.folder = folder;
    this.more = compress ? "      compress: true\n" : "";
    this.out = out;
  }

  /** One run: what it took by the clock, and what travelled. */
  private record Published(double seconds, int files, double megabytes) {}

  public static void main(String[] arguments) throws Exception {
    List<Integer> sizes = new ArrayList<>();
    Path folder = Path.of("target", "bench");
    boolean compress = false;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--folder" -> folder = Path.of(arguments[++i]);
        case "--compress" -> compress = true;
        default -> sizes.add(Integer.parseInt(arguments[i]));
      }
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("| target | reports | publish | seconds | files sent | MB sent | of bytes | of time |");
    out.println("|---|--:|---|--:|--:|--:|--:|--:|");
    for (int reports : sizes) {
      new PublishBenchmark(folder.toAbsolutePath(), compress, out).run(reports);
    }
  }

  private void run(int reports) throws Exception {
    Path archive = GeneratedArchive.in(folder, reports).source();
    Path places = Files.createDirectories(folder.resolve("published-" + System.nanoTime()));
    Path yaml = archive.resolve("annals.yaml");
    String settings = Files.readString(yaml);
    try (OpenSshServer server = OpenSshServer.start(places.resolve("sshd"))) {
      Files.writeString(
          yaml,
          settings
              + "publish:\n  targets:\n    dir:\n      kind: dir\n      path: "
              + places.resolve("dir")
              + "\n"
              + more
              + "    sftp:\n"
              + server.yaml(places.resolve("sftp"), "      ")
              + more);
      for (String target : List.of("dir", "sftp")) {
        measure(archive, target, reports);
      }
    } finally {
      Files.writeString(yaml, settings);
      for (Path file : Folders.files(archive.resolve("content"))) {
        if (file.endsWith("anchors.lock")) {
          Files.delete(file);
        }
      }
      Folders.delete(places);
    }
  }

  private void measure(Path archive, String target, int reports)
      throws IOException, InterruptedException {
    build(archive);
    Published first = publish(archive, target);
    print(target, reports, "the whole site", first, first);
    int unit = reports / CorpusGenerator.YEARS / 2;
    Path report =
        archive
            .resolve("content")
            .resolve(CorpusGenerator.slug(unit))
            .resolve(CorpusGenerator.FIRST_YEAR + 3 + ".md");
    String text = Files.readString(report);
    try {
      int end = text.lastIndexOf('。');
      int start = text.lastIndexOf('。', end - 1) + 1;
      Files.writeString(
          report,
          text.substring(0, start)
              + "持续完善档案查阅办法，全年接待查阅"
              + System.nanoTime() % 1000
              + "人次"
              + text.substring(end));
      build(archive);
      print(target, reports, "one sentence changed", publish(archive, target), first);
    } finally {
      Files.writeString(report, text);
    }
  }

  private static void build(Path archive) throws IOException, InterruptedException {
    MeasuredRun.of(List.of("./annals", "build", "--source", archive.toString()));
  }

  private static Published publish(Path archive, String target)
      throws IOException, InterruptedException {
    MeasuredRun run =
        MeasuredRun.of(
            List.of(
                "./annals",
                "publish",
                target,
                "--source",
                archive.toString(),
                "--max-deletes",
                "1000000"));
    Matcher sent = SENT.matcher(run.lastLine());
    if (!sent.find()) {
      throw new IOException("says nothing of what was sent: " + run.lastLine());
    }
    double unit =
        switch (sent.group(3)) {
          case "B" -> 1e-6;
          case "kB" -> 1e-3;
          default -> 1;
        };
    return new Published(
        run.seconds(), Integer.parseInt(sent.group(1)), Double.parseDouble(sent.group(2)) * unit);
  }

  private void print(String target, int reports, String what, Published run, Published first) {
    out.printf(
        Locale.ROOT,
        "| %s | %d | %s | %.1f | %d | %.1f | %.2f %% | %.2f |%n",
        target,
        reports,
        what,
        run.seconds(),
        run.files(),
        run.megabytes(),
        100 * run.megabytes() / first.megabytes(),
        run.seconds() / first.seconds());
  }
}
