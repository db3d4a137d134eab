package annals.bench;

import annals.publish.OpenSshServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Publishes two versions of an archive in turn and ends the program by SIGKILL: every other time at
 * a random moment of its whole run, every other time at one while it brings files; after each, every file that readers find is held against the manifest that they find, and the next
 * run must complete the site. Then the same with a disk that is too small. Ends with an error at the
 * first thing amiss.
 *
 * <pre>KilledPublish [--folder DIR] [--kills N] [--reports N] [--seed N] [dir|sftp]</pre>
 *
 * Runs from the project's root, as a user that may start sshd and mount a tmpfs.
 */
public final class KilledPublish {
  private final Path folder;
  private final int reports;
  private final Random random;
  private final PrintStream out;

  private KilledPublish(Path folder, int reports, long seed, PrintStream out) {
    this.folder = folder;
    this.reports = reports;
    this.random = new Random(seed);
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of("target", "bench", "killed-" + System.nanoTime());
    int kills = 50;
    int reports = 200;
    long seed = 1;
    String kind = "dir";
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--folder" -> folder = Path.of(arguments[++i]);
        case "--kills" -> kills = Integer.parseInt(arguments[++i]);
        case "--reports" -> reports = Integer.parseInt(arguments[++i]);
        case "--seed" -> seed = Long.parseLong(arguments[++i]);
        default -> kind = arguments[i];
      }
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path place = Files.createDirectories(folder.toAbsolutePath());
    try {
      KilledPublish trial = new KilledPublish(place, reports, seed, out);
      trial.makeVersions();
      trial.killAgainAndAgain(kind, kills);
      if (kind.equals("dir")) {
        trial.fillTheDisk();
      }
    } finally {
      Folders.delete(place);
    }
  }

  private Path version(String name) {
    return folder.resolve(name);
  }

  /**
   * Two archives that differ in the end of a sentence of every fifth report, so that both answer
   * every address and id of the other, both built.
   */
  private void makeVersions() throws Exception {
    for (String name : List.of("a", "b")) {
      new CorpusGenerator(GeneratedArchive.SEED).write(version(name), reports);
    }
    int number = 0;
    for (Path file : Folders.files(version("b").resolve("content")).stream().sorted().toList()) {
      if (file.toString().endsWith(".md") && number++ % 5 == 0) {
        String text = Files.readString(file);
        int end = text.lastIndexOf('。');
        Files.writeString(
            file, text.substring(0, end) + "，另办结" + number + "件实事" + text.substring(end));
      }
    }
    for (String name : List.of("a", "b")) {
      MeasuredRun.of(List.of("./annals", "build", "--source", version(name).toString()));
    }
  }

  private void name(String settings) throws IOException {
    for (String name : List.of("a", "b")) {
      Files.writeString(
          version(name).resolve("annals.yaml"),
          "title: 年度报告档案\npublish:\n  targets:\n    web:\n" + settings);
      Files.setLastModifiedTime(
          version(name).resolve("annals.yaml"), FileTime.fromMillis(0));
    }
  }

  private Process start(String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            "target/annals.jar",
            "annals.cli.Main",
            "publish",
            "--max-deletes",
            "1000000",
            "--source",
            version(name).toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }

  private double publishWhole(String name) throws Exception {
    long start = System.nanoTime();
    if (start(name).waitFor() != 0) {
      throw new IOException("does not complete: " + said());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private void killAgainAndAgain(String kind, int kills) throws Exception {
    Path web = folder.resolve("web");
    try (OpenSshServer server =
        kind.equals("sftp") ? OpenSshServer.start(folder.resolve("sshd")) : null) {
      name(
          server == null
              ? "      kind: dir\n      path: " + web + "\n"
              : server.yaml(web, "      "));
      double first = publishWhole("a");
      long start = System.nanoTime();
      Process watched = start("b");
      awaitBringing(web, watched);
      double untilBringing = (System.nanoTime() - start) / 1e9;
      if (watched.waitFor() != 0) {
        throw new IOException("does not complete: " + said());
      }
      double second = (System.nanoTime() - start) / 1e9;
      out.printf(
          Locale.ROOT,
          "%s, %d reports: whole publish %.1f s, the changed one %.1f s, %.1f s of them until it"
              + " begins to bring files%n",
          kind,
          reports,
          first,
          second,
          untilBringing);
      int before = 0;
      int between = 0;
      int after = 0;
      String shown = "b";
      for (int kill = 0; kill < kills; kill++) {
        String next = shown.equals("a") ? "b" : "a";
        Process process = start(next);
        double wait;
        if (kill % 2 == 0) {
          wait = second * (0.1 + random.nextDouble());
        } else {
          awaitBringing(web, process);
          wait = (second - untilBringing) * random.nextDouble();
        }
        boolean ended = process.waitFor((long) (wait * 1e9), TimeUnit.NANOSECONDS);
        process.destroyForcibly().waitFor();
        boolean begun = isBringing(web);
        whole(web.resolve("current"));
        boolean switched = isShown(web, next);
        before += !switched && !begun ? 1 : 0;
        between += !switched && begun ? 1 : 0;
        after += switched ? 1 : 0;
        if (ended && !switched) {
          throw new IOException("ended by itself: " + said());
        }
        publishWhole(next);
        whole(web.resolve("current"));
        if (!isShown(web, next)) {
          throw new IOException("the next run has not completed the site");
        }
        shown = next;
      }
      out.printf(
          "%d kills: %d before anything was brought, %d while files were brought, %d after the"
              + " switch; each left one whole release, each next run completed%n",
          kills, before, between, after);
    }
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said"));
  }

  /** Waits until a publish begins a new release, or ends. */
  private static void awaitBringing(Path web, Process publish) throws Exception {
    while (publish.isAlive() && !isBringing(web)) {
      Thread.sleep(2);
    }
  }

  private static boolean isBringing(Path web) throws IOException {
    try (Stream<Path> entries = Files.list(web.resolve("releases"))) {
      return entries.anyMatch(entry -> entry.getFileName().toString().startsWith(".incoming"));
    }
  }

  /** Whether readers see this version: its reports' texts are as it was built. */
  private boolean isShown(Path web, String name) throws Exception {
    String path = "units/" + CorpusGenerator.slug(0) + "/anchors.txt";
    return hash(web.resolve("current").resolve(path))
        .equals(hash(version(name).resolve("site").resolve(path)));
  }

  private void fillTheDisk() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    long size = Folders.size(Folders.files(version("a").resolve("site")));
    run("mount", "-t", "tmpfs", "-o", "size=" + size * 108 / 100, "tmpfs", disk.toString());
    try {
      Path web = disk.resolve("web");
      name("      kind: dir\n      path: " + web + "\n");
      publishWhole("a");
      Map<String, String> shown = whole(web.resolve("current"));
      int refused = 0;
      for (int attempt = 0; attempt < 3; attempt++) {
        if (start("b").waitFor() == 0) {
          throw new IOException("the disk was meant to be too small");
        }
        refused++;
        if (!whole(web.resolve("current")).equals(shown)) {
          throw new IOException("readers see something else");
        }
      }
      String said = Files.readString(folder.resolve("said")).strip();
      run("mount", "-o", "remount,ro", disk.toString());
      if (start("b").waitFor() == 0 || !whole(web.resolve("current")).equals(shown)) {
        throw new IOException("the disk was meant to be read-only");
      }
      String readOnly = Files.readString(folder.resolve("said")).strip();
      out.println("read-only: " + readOnly.substring(readOnly.lastIndexOf('\n') + 1));
      run("mount", "-o", "remount,rw", disk.toString());
      run("mount", "-o", "remount,size=" + size * 3, disk.toString());
      publishWhole("b");
      whole(web.resolve("current"));
      out.println(
          refused
              + " times the disk was full, readers saw the old release whole, and with room it was"
              + " completed; said: "
              + said.substring(said.lastIndexOf('\n') + 1));
    } finally {
      run("umount", disk.toString());
    }
  }

  private static void run(String... command) throws Exception {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException(String.join(" ", command));
    }
  }

  /** Every file by its hash, after all were held against the manifest. */
  private static Map<String, String> whole(Path current) throws Exception {
    Path root = current.toRealPath();
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      all.parallelStream()
          .map(file -> Map.entry(root.relativize(file).toString(), hash(file)))
          .toList()
          .forEach(file -> found.put(file.getKey(), file.getValue()));
    }
    Map<String, String> listed = new TreeMap<>();
    for (Map<String, String> row : JsonRows.read(root.resolve("manifest.json"), "files")) {
      listed.put(row.get("path"), row.get("sha256"));
    }
    Map<String, String> others = new TreeMap<>(found);
    others.remove("manifest.json");
    if (!others.equals(listed)) {
      List<String> wrong = new ArrayList<>(listed.keySet());
      wrong.removeIf(path -> listed.get(path).equals(others.get(path)));
      throw new IOException("not as its manifest says: " + wrong);
    }
    return found;
  }

  private static String hash(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
