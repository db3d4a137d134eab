package annals.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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

  /** Runs to the end for every step; dies at a few dozen of them. */
  private interface AfterDeath {
    void accept(Path place, BuiltSite after) throws IOException;
  }

  private void dyingEverywhere(Target.Layout layout, AfterDeath then) throws IOException {
    BuiltSite before = new SampleSite(folder.resolve("before")).build();
    BuiltSite after = changed(new SampleSite(folder.resolve("after"))).build();
    boolean died = true;
    int deaths = 0;
    for (int at = 0; died; at += at < 15 ? 1 : 4) {
      Path place = folder.resolve("place" + at);
      publish(target(place, layout), at(place), before);
      FailingFolder dying = new FailingFolder(at(place), at, "No space left on device");
      try {
        publish(target(place, layout), dying, after);
      } catch (PublishException stopped) {
        assertTrue(stopped.getMessage().contains("No space left"), stopped::getMessage);
        deaths++;
      }
      died = dying.hasFailed();
      Files.deleteIfExists(place.resolve(TargetLock.FILE));
      then.accept(place, after);
    }
    assertTrue(deaths > 20, "only " + deaths + " deaths");
  }

  @Test
  void readers_see_one_whole_release_and_the_next_publish_completes() throws IOException {
    dyingEverywhere(
        Target.Layout.RELEASES,
        (place, after) -> {
          PublishedFolder.whole(place.resolve("current"));
          publish(target(place, Target.Layout.RELEASES), at(place), after);
          assertEquals(
              after.files().size(), PublishedFolder.whole(place.resolve("current")).size());
          try (var releases = Files.list(place.resolve("releases"))) {
            assertTrue(releases.allMatch(p -> !p.getFileName().toString().startsWith(".")));
          }
        });
  }

  @Test
  void a_plain_target_is_completed_and_cleaned_by_the_next_publish() throws IOException {
    dyingEverywhere(
        Target.Layout.PLAIN,
        (place, after) -> {
          publish(target(place, Target.Layout.PLAIN), at(place), after);
          assertEquals(after.files().size(), PublishedFolder.whole(place).size());
          try (var all = Files.list(place)) {
            assertTrue(all.noneMatch(p -> p.getFileName().toString().startsWith(".annals-")));
          }
        });
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
      Process victim = victim(folder.resolve("victim" + kill), place, started);
      try {
        while (!Files.exists(started) && victim.isAlive()) {
          victim.waitFor(5, TimeUnit.MILLISECONDS);
        }
        assertTrue(victim.isAlive(), () -> "the victim died by itself");
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

  private static Process victim(Path source, Path place, Path started) throws IOException {
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
        .inheritIO()
        .start();
  }
}
