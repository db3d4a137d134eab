package annals.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String command, String... more) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] arguments = new String[more.length + 3];
    System.arraycopy(more, 0, arguments, 3, more.length);
    arguments[0] = command;
    arguments[1] = "--source";
    arguments[2] = archive().toString();
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private Path archive() {
    return folder.resolve("archive");
  }

  private void newArchive(String publish) throws IOException {
    Main.run(new PrintWriter(out), new PrintWriter(err), "new", archive().toString());
    Path yaml = archive().resolve("annals.yaml");
    Files.writeString(yaml, Files.readString(yaml) + publish);
  }

  private void newArchive() throws IOException {
    newArchive(
        "publish:\n  targets:\n    web:\n      kind: dir\n      path: "
            + folder.resolve("web")
            + "\n");
  }

  @Test
  void build_publish_change_publish_and_back_again() throws IOException {
    newArchive();
    assertEquals(1, run("publish"));
    assertTrue(err.toString().contains("run annals build"), err::toString);
    run("build");
    assertEquals(0, run("publish", "--dry-run"), err::toString);
    assertTrue(out.toString().startsWith("add: "), out::toString);
    assertFalse(Files.exists(folder.resolve("web")));
    assertEquals(0, run("publish"), err::toString);

    Path report = archive().resolve("content/综合科/2023.md");
    Files.writeString(report, Files.readString(report) + "\n又做了一件事。\n");
    Files.setLastModifiedTime(report, FileTime.from(Instant.now().plusSeconds(5)));
    assertEquals(1, run("publish"));
    assertTrue(err.toString().contains("older than content"), err::toString);
    run("build");
    assertEquals(0, run("publish", "web"), err::toString);
    assertEquals(0, run("releases"));
    assertEquals(2, out.toString().lines().count());
    assertTrue(out.toString().stripTrailing().endsWith("current"));
    assertEquals(0, run("rollback"), err::toString);
    assertTrue(run("publish", "elsewhere") == 2);
  }

  @Test
  void a_touched_file_that_changes_nothing_does_not_make_a_site_stale() throws IOException {
    newArchive();
    run("build");
    Files.setLastModifiedTime(
        archive().resolve("content/综合科/2023.md"), FileTime.from(Instant.now().plusSeconds(5)));
    assertEquals(0, run("publish"), err::toString);
  }

  @Test
  void mistakes_in_the_targets_are_shown_where_they_stand() throws IOException {
    newArchive();
    Path yaml = archive().resolve("annals.yaml");
    int lines = (int) Files.readString(yaml).lines().count();
    Files.writeString(
        yaml, Files.readString(yaml) + "      password: hunter2\n      colour: red\n");
    assertEquals(1, run("publish"));
    assertTrue(
        err.toString().contains("annals.yaml:" + (lines + 1) + ":7: error: "), err::toString);
    assertTrue(
        err.toString().contains("annals.yaml:" + (lines + 2) + ":7: warning: unknown key colour"));
    assertFalse(err.toString().contains("hunter2"));
  }

  @Test
  void a_dry_run_ends_as_publishing_would() throws IOException {
    newArchive();
    run("build");
    run("publish");
    Files.delete(archive().resolve("content/综合科/2022.md"));
    run("build");
    assertEquals(1, run("publish", "--dry-run", "--max-deletes", "1"));
    assertTrue(err.toString().contains("would vanish"), err::toString);
    assertTrue(out.toString().contains("report removed: 综合科2022年"), out::toString);
    assertEquals(0, run("publish", "--dry-run"), err::toString);
  }

  @Test
  void a_target_in_plain_layout_has_no_releases_and_says_so() throws IOException {
    newArchive();
    Path yaml = archive().resolve("annals.yaml");
    Files.writeString(yaml, Files.readString(yaml) + "      layout: plain\n");
    run("build");
    assertEquals(0, run("publish"), err::toString);
    assertEquals(0, run("releases"), err::toString);
    assertTrue(err.toString().contains("no releases here"), err::toString);
    assertEquals(1, run("rollback"));
    Files.writeString(yaml, Files.readString(yaml) + "      keep: many\n");
    assertEquals(1, run("releases"));
    assertTrue(err.toString().contains("annals.yaml:"), err::toString);
  }

  @Test
  void a_bundle_needs_no_target() throws IOException {
    newArchive("");
    run("build");
    assertEquals(
        0, run("publish", "--bundle", folder.resolve("stick.zip").toString()), err::toString);
    assertTrue(Files.size(folder.resolve("stick.zip")) > 0);
    assertEquals(2, run("publish"));
  }
}
