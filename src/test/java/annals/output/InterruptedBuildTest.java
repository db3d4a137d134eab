package annals.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that dies before any one of its changes to the disk, and the build after it. */
class InterruptedBuildTest {
  private static final Map<String, String> FIRST =
      Map.of(
          "index.html", "首页",
          "units/a/2022/index.html", "甲",
          "units/a/2023/index.html", "乙",
          "units/gone/index.html", "丙",
          "folder", "becomes a folder",
          "css/site.css", "p {}");
  private static final Map<String, String> SECOND =
      Map.of(
          "index.html", "新首页",
          "units/a/2023/index.html", "乙",
          "units/a/2024/index.html", "丁",
          "units/b/index.html", "戊",
          "folder/x.html", "己",
          "css/site.css", "p { }");
  private static final Map<String, String> THIRD =
      Map.of("index.html", "新首页", "units/c/index.html", "庚");

  @TempDir Path folder;

  /** A disk that does the first so many operations, half of the next one, and no more. */
  private static final class DyingDisk extends Disk {
    private int left;

    DyingDisk(int operations) {
      left = operations;
    }

    @Override
    void createFolders(Path path) throws IOException {
      step();
      super.createFolders(path);
    }

    @Override
    void write(Path file, byte[] bytes) throws IOException {
      if (left == 0) {
        super.write(file, Arrays.copyOf(bytes, bytes.length / 2));
      }
      step();
      super.write(file, bytes);
    }

    @Override
    void move(Path from, Path to) throws IOException {
      step();
      super.move(from, to);
    }

    @Override
    void delete(Path path) throws IOException {
      step();
      super.delete(path);
    }

    private synchronized void step() throws IOException {
      if (left-- <= 0) {
        left = -1;
        throw new IOException("killed");
      }
    }

    boolean isDead() {
      return left < 0;
    }
  }

  @Test
  void a_build_killed_anywhere_is_completed_by_the_next_one() throws IOException {
    var clean = clean(SECOND);
    killedEverywhere(
        (site, at) -> {
          site.build(SECOND);
          assertEquals(clean, site.everything(), "killed before operation " + at);
        });
  }

  @Test
  void a_build_killed_anywhere_leaves_nothing_that_a_different_build_does_not_know()
      throws IOException {
    var clean = clean(THIRD);
    killedEverywhere(
        (site, at) -> {
          site.build(THIRD);
          assertEquals(clean, site.everything(), "killed before operation " + at);
        });
  }

  @Test
  void two_builds_killed_one_after_the_other_are_completed_too() throws IOException {
    var clean = clean(FIRST);
    killedEverywhere(
        (site, at) -> {
          buildOn(new DyingDisk(at / 2), site, THIRD);
          site.build(FIRST);
          assertEquals(clean, site.everything(), "killed before operation " + at);
        });
  }

  @Test
  void a_build_that_fails_before_the_commit_leaves_the_site_whole() throws IOException {
    SiteOnDisk site = new SiteOnDisk(Files.createDirectories(folder.resolve("s")));
    site.build(FIRST);
    var before = site.everything();

    for (int at = 1; at < SECOND.size(); at++) {
      DyingDisk disk = new DyingDisk(at);
      assertThrows(OutputException.class, () -> site.build(SECOND, disk));
      assertEquals(before, site.everything());
    }
  }

  private interface AfterKill {
    void accept(SiteOnDisk site, int at) throws IOException;
  }

  private void killedEverywhere(AfterKill then) throws IOException {
    int at = 0;
    for (boolean died = true; died; at++) {
      SiteOnDisk site = new SiteOnDisk(Files.createDirectories(folder.resolve("s" + at)));
      site.build(FIRST);
      DyingDisk disk = new DyingDisk(at);
      buildOn(disk, site, SECOND);
      died = disk.isDead();
      then.accept(site, at);
    }
    assertTrue(at > 20, "only " + at + " operations");
  }

  private static void buildOn(DyingDisk disk, SiteOnDisk site, Map<String, String> pages) {
    try (SiteWriter writer = SiteWriter.open(site.output(), site.source(), List.of(), disk)) {
      pages.forEach((path, text) -> writer.stage(SiteOnDisk.file(path, text), path));
      writer.commit();
    } catch (OutputException killed) {
      assertTrue(killed.getMessage().contains("killed"), killed.getMessage());
    }
  }

  private Map<String, String> clean(Map<String, String> pages) throws IOException {
    SiteOnDisk site = new SiteOnDisk(Files.createDirectories(folder.resolve("clean")));
    site.build(pages);
    return site.everything();
  }
}
