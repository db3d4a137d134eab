package annals.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publish that dies before any one of its changes, or by SIGKILL, and the one after it. */
class InterruptedPublishTest {
  private static final int KILLS = 10;

  @TempDir Path folder;

  private Target target(Path place, Target.Layout layout) {
    return new Target("test", new Target.Folder(place), layout, 2, 0644, 0755, false);
  }

  private static SampleSite changed(SampleSite site) {
    return site.put("index.html", "新首页")
        .put("units/new/index.html", "新")
        .remove("units/u0/0/index.html")
        .put("data/数据.json/x.html", "a folder now")
        .remove("data/数据.json");
  }

  private void publish(Target target, RemoteFolder remote, BuiltSite site) throws IOException {
    try (Publisher publisher = new Publisher(target, remote)) {
      publisher.publish(site, PublishContract.OPTIONS, PublishProgress.NONE);
    }
  }

  private static RemoteFolder at(Path place) {
    return new DirFolder(place, 0644, 0755);
  }

  /** As two minutes would: its owner, this process, lives on. */
  private static void forgetTheLock(Path place) throws IOException {
    try (Stream<Path> all = Files.list(place)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        if (file.getFileName().toString().startsWith(TargetLock.FILE)) {
          Files.delete(file);
        }
      }
    }
  }

  /** Runs to the end for every step; dies at a few dozen of them. */
  private interface AfterDeath {
    void accept(Path place, BuiltSite after) throws IOException;
  }

  /**
   * Deletes the folders prepared for coming releases, as a target has none that cannot link them.
   */
  private static void unprepare(Path place) throws IOException {
    for (Path ready : hidden(place)) {
      try (Stream<Path> all = Files.walk(ready)) {
        for (Path file : all.toList().reversed()) {
          Files.delete(file);
        }
      }
    }
  }

  private static List<Path> hidden(Path place) throws IOException {
    try (Stream<Path> all = Files.list(place.resolve("releases"))) {
      return all.filter(p -> p.getFileName().toString().startsWith(".")).toList();
    }
  }

  private static void assertNothingUnfinished(Path place) throws IOException {
    for (Path hidden : hidden(place)) {
      assertTrue(hidden.getFileName().toString().startsWith(".ready-"), hidden::toString);
      PublishedFolder.whole(hidden);
    }
  }

  private void dyingEverywhere(Target.Layout layout, boolean prepared, AfterDeath then)
      throws IOException {
    BuiltSite before = new SampleSite(folder.resolve("before")).build();
    BuiltSite after = changed(new SampleSite(folder.resolve("after"))).build();
    boolean died = true;
    int deaths = 0;
    for (int at = 0; died; at += at < 30 ? 1 : 4) {
      Path place = folder.resolve("place" + at);
      publish(target(place, layout), at(place), before);
      if (!prepared) {
        unprepare(place);
      }
      FailingFolder dying = new FailingFolder(at(place), at, "No space left on device");
      try {
        publish(target(place, layout), dying, after);
      } catch (PublishException stopped) {
        assertTrue(stopped.getMessage().contains("No space left"), stopped::getMessage);
        deaths++;
      }
      died = dying.hasFailed();
      forgetTheLock(place);
      then.accept(place, after);
    }
    assertTrue(deaths > 20, "only " + deaths + " deaths");
  }

  @Test
  void readers_see_one_whole_release_and_the_next_publish_completes() throws IOException {
    dyingEverywhere(Target.Layout.RELEASES, true, this::assertWholeAndCompleted);
  }

  @Test
  void so_it_is_where_no_folder_was_prepared() throws IOException {
    dyingEverywhere(Target.Layout.RELEASES, false, this::assertWholeAndCompleted);
  }

  private void assertWholeAndCompleted(Path place, BuiltSite after) throws IOException {
    PublishedFolder.whole(place.resolve("current"));
    publish(target(place, Target.Layout.RELEASES), at(place), after);
    assertEquals(after.files().size(), PublishedFolder.whole(place.resolve("current")).size());
    assertNothingUnfinished(place);
  }

  @Test
  void a_first_publish_that_dies_shows_readers_nothing_or_all_and_the_next_completes()
      throws IOException {
    BuiltSite site = new SampleSite(folder.resolve("source")).build();
    boolean died = true;
    for (int at = 0; died; at += 7) {
      Path place = folder.resolve("first" + at);
      FailingFolder dying = new FailingFolder(at(place), at, "No space left on device");
      try {
        publish(target(place, Target.Layout.RELEASES), dying, site);
      } catch (PublishException stopped) {
        assertTrue(stopped.getMessage().contains("No space left"), stopped::getMessage);
      }
      died = dying.hasFailed();
      forgetTheLock(place);
      if (Files.exists(place.resolve("current"))) {
        PublishedFolder.whole(place.resolve("current"));
      }
      publish(target(place, Target.Layout.RELEASES), at(place), site);
      PublishedFolder.whole(place.resolve("current"));
    }
  }

  @Test
  void a_plain_target_is_completed_and_cleaned_by_the_next_publish() throws IOException {
    dyingEverywhere(
        Target.Layout.PLAIN,
        true,
        (place, after) -> {
          publish(target(place, Target.Layout.PLAIN), at(place), after);
          assertEquals(after.files().size(), PublishedFolder.whole(place).size());
          try (var all = Files.list(place)) {
            assertTrue(all.noneMatch(p -> p.getFileName().toString().startsWith(".annals-")));
          }
        });
  }

  /** A target whose program that links a folder goes on, slowly, when the publish is dead. */
  private static RemoteFolder outliving(Path place, List<Thread> orphans) {
    RemoteFolder whole = at(place);
    return (RemoteFolder)
        Proxy.newProxyInstance(
            RemoteFolder.class.getClassLoader(),
            new Class<?>[] {RemoteFolder.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("linkTree")) {
                Path from = place.resolve((String) arguments[0]);
                Path to = Files.createDirectory(place.resolve((String) arguments[1]));
                orphans.add(Thread.ofPlatform().start(() -> linkSlowly(from, to)));
                throw new IOException("killed");
              }
              try {
                return method.invoke(whole, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static void linkSlowly(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.skip(1).toList()) {
        Thread.sleep(3);
        Path place = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectory(place);
        } else {
          Files.createLink(place, file);
        }
      }
    } catch (IOException | InterruptedException itsFolderIsGone) {
      return;
    }
  }

  @Test
  void a_program_that_outlives_its_killed_publish_adds_nothing_to_the_next() throws Exception {
    Path place = folder.resolve("place");
    SampleSite site = new SampleSite(folder.resolve("source"));
    publish(target(place, Target.Layout.RELEASES), at(place), site.build());
    for (int i = 0; i < 3; i++) {
      List<Thread> orphans = new ArrayList<>();
      unprepare(place);
      BuiltSite next =
          site.put("index.html", "第" + i + "版").remove("units/u1/1/index.html").build();
      assertThrows(
          PublishException.class,
          () -> publish(target(place, Target.Layout.RELEASES), outliving(place, orphans), next));
      forgetTheLock(place);
      publish(target(place, Target.Layout.RELEASES), at(place), next);
      for (Thread orphan : orphans) {
        orphan.join();
      }
      assertEquals(1, orphans.size());
      PublishedFolder.whole(place.resolve("current"));
      assertEquals("第" + i + "版", Files.readString(place.resolve("current/index.html")));
      site.put("units/u1/1/index.html", "再来");
      publish(target(place, Target.Layout.RELEASES), at(place), site.build());
    }
    assertNothingUnfinished(place);
  }

  @Test
  void a_lock_whose_writer_died_before_its_name_was_in_it_is_taken_over() throws Exception {
    Path place = folder.resolve("place");
    Path lock = Files.createFile(Files.createDirectories(place).resolve(TargetLock.FILE));
    Path aside = Files.createFile(place.resolve(TargetLock.FILE + "-of-a-dead-one"));
    Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(9)));
    Files.setLastModifiedTime(aside, FileTime.from(Instant.now().minusSeconds(600)));
    publish(
        target(place, Target.Layout.RELEASES),
        at(place),
        new SampleSite(folder.resolve("source")).build());
    PublishedFolder.whole(place.resolve("current"));
    try (var all = Files.list(place)) {
      assertTrue(all.noneMatch(p -> p.getFileName().toString().startsWith(TargetLock.FILE)));
    }
  }

  /** What the killed process runs: publishes the site again and again, a little changed. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) throws IOException {
      Path source = Path.of(arguments[0]);
      Path place = Path.of(arguments[1]);
      SampleSite site = new SampleSite(source);
      Target target =
          new Target(
              "test", new Target.Folder(place), Target.Layout.RELEASES, 2, 0644, 0755, false);
      for (int i = 0; ; i++) {
        String text = ProcessHandle.current().pid() + " " + i;
        BuiltSite built = site.put("index.html", text).put("units/x" + i + ".html", text).build();
        try (Publisher publisher = Publisher.open(target, PublishContract.NOBODY)) {
          publisher.publish(built, PublishContract.OPTIONS, PublishProgress.NONE);
        }
        if (i == 0) {
          Files.createFile(Path.of(arguments[2]));
        }
      }
    }
  }

  @Test
  void a_publish_killed_at_random_moments_leaves_a_whole_site() throws Exception {
    Random random = new Random(7);
    Path place = folder.resolve("place");
    SampleSite first = new SampleSite(folder.resolve("source"));
    publish(target(place, Target.Layout.RELEASES), at(place), first.build());
    Map<String, String> seen = PublishedFolder.whole(place.resolve("current"));
    int moved = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path started = folder.resolve("started" + kill);
      Path said = folder.resolve("said" + kill);
      Process victim = victim(folder.resolve("victim" + kill), place, started, said);
      try {
        while (!Files.exists(started) && victim.isAlive()) {
          victim.waitFor(5, TimeUnit.MILLISECONDS);
        }
        assertTrue(victim.isAlive(), () -> "the victim died by itself: " + text(said));
        victim.waitFor(random.nextInt(1000), TimeUnit.MILLISECONDS);
      } finally {
        victim.destroyForcibly().waitFor();
      }
      Map<String, String> now = PublishedFolder.whole(place.resolve("current"));
      moved += now.equals(seen) ? 0 : 1;
      seen = now;
    }
    assertTrue(moved > 0, "no victim came to publish anything");
    publish(target(place, Target.Layout.RELEASES), at(place), first.put("a.html", "end").build());
    PublishedFolder.whole(place.resolve("current"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static Process victim(Path source, Path place, Path started, Path said)
      throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Victim.class.getName(),
                source.toString(),
                place.toString(),
                started.toString()))
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }
}
