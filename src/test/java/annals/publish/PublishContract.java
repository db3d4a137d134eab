package annals.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.output.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every kind of target. */
abstract class PublishContract {
  static final Publisher.Options OPTIONS =
      new Publisher.Options(256, Duration.ZERO, ReleaseNotes.NONE);
  static final Access NOBODY = new Access(Optional.empty(), Access.Secrets.NONE);

  @TempDir Path folder;
  private SampleSite site;

  abstract Target target(Path path, Target.Layout layout) throws Exception;

  @BeforeEach
  void makeSite() {
    site = new SampleSite(folder.resolve("source"));
  }

  private Path place() {
    return folder.resolve("web root's");
  }

  private Path served() {
    return place().resolve("current");
  }

  private PublishResult publish(Target.Layout layout) throws Exception {
    try (Publisher publisher = Publisher.open(target(place(), layout), NOBODY)) {
      return publisher.publish(site.build(), OPTIONS, PublishProgress.NONE);
    }
  }

  private PublishResult publish() throws Exception {
    return publish(Target.Layout.RELEASES);
  }

  @Test
  void readers_find_every_file_as_it_was_built_with_the_right_modes() throws Exception {
    PublishResult result = publish();
    assertEquals(result.filesSent(), PublishedFolder.whole(served()).size());
    assertEquals(
        "rw-r--r--",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(served().resolve("index.html"))));
    assertEquals(
        "rwxr-xr-x",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(served().resolve("units"))));
  }

  @Test
  void one_changed_page_sends_that_page_and_the_manifest_alone() throws Exception {
    long first = publish().bytesSent();
    site.put("units/u3/3/index.html", "改了");
    PublishResult second = publish();
    assertEquals(2, second.filesSent());
    assertTrue(second.bytesSent() < first);
    assertEquals(1, second.changes().changed().size());
    PublishedFolder.whole(served());
    assertEquals("改了", Files.readString(served().resolve("units/u3/3/index.html")));
  }

  @Test
  void unchanged_files_share_their_bytes_with_the_release_before() throws Exception {
    publish();
    Object before = Files.getAttribute(served().resolve("index.html"), "unix:ino");
    site.put("assets/site.css", "p { }");
    publish();
    assertEquals(before, Files.getAttribute(served().resolve("index.html"), "unix:ino"));
  }

  @Test
  void a_site_that_did_not_change_makes_no_release() throws Exception {
    publish();
    PublishResult again = publish();
    assertTrue(again.release().isEmpty());
    assertEquals(0, again.filesSent());
  }

  @Test
  void rollback_brings_the_release_before_and_publishing_goes_on_from_there() throws Exception {
    publish();
    Map<String, String> first = PublishedFolder.whole(served());
    site.put("index.html", "新首页").remove("404.html");
    publish();
    Map<String, String> second = PublishedFolder.whole(served());
    try (Publisher publisher = Publisher.open(target(place(), Target.Layout.RELEASES), NOBODY)) {
      List<Release> releases = publisher.releases();
      publisher.rollback(Optional.empty(), Duration.ZERO);
      assertEquals(first, PublishedFolder.whole(served()));
      assertThrows(
          PublishException.class, () -> publisher.rollback(Optional.empty(), Duration.ZERO));
      publisher.rollback(Optional.of(releases.getLast().id()), Duration.ZERO);
      assertEquals(second, PublishedFolder.whole(served()));
      assertThrows(
          PublishException.class,
          () -> publisher.rollback(Optional.of("../source"), Duration.ZERO));
    }
  }

  @Test
  void only_the_last_releases_stay() throws Exception {
    for (int i = 0; i < 5; i++) {
      site.put("index.html", "第" + i + "版");
      publish();
    }
    try (Publisher publisher = Publisher.open(target(place(), Target.Layout.RELEASES), NOBODY)) {
      assertEquals(3, publisher.releases().size());
      assertTrue(publisher.releases().getLast().current());
    }
    PublishedFolder.whole(served());
  }

  private List<String> prepared() throws IOException {
    try (Stream<Path> all = Files.list(place().resolve("releases"))) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith(".ready-"))
          .sorted()
          .toList();
    }
  }

  @Test
  void the_folders_of_coming_releases_are_prepared_and_an_old_release_becomes_one()
      throws Exception {
    String first = publish().release().orElseThrow();
    assertEquals(
        List.of(".ready-1-" + first, ".ready-2-" + first, ".ready-3-" + first), prepared());
    Object folder = number(prepared().getFirst());
    for (int left = 2; left >= 1; left--) {
      site.put("index.html", "还有" + left + "个");
      assertEquals(2, publish().filesSent());
      assertEquals(left, prepared().size());
      PublishedFolder.whole(served());
    }
    assertEquals(folder, number(releases().get(1)));
    for (int i = 0; i < 4; i++) {
      site.put("index.html", "第" + i + "版").put("units/x" + i + ".html", "新" + i);
      assertEquals(3, publish().filesSent());
      PublishedFolder.whole(served());
      assertEquals(3, releases().size());
      assertEquals(1, prepared().size());
    }
  }

  private List<String> releases() throws Exception {
    try (Publisher publisher = Publisher.open(target(place(), Target.Layout.RELEASES), NOBODY)) {
      return publisher.releases().stream().map(Release::id).toList();
    }
  }

  @Test
  void what_someone_did_in_a_prepared_folder_does_not_reach_readers() throws Exception {
    publish();
    Path prepared = place().resolve("releases").resolve(prepared().getFirst());
    Files.delete(prepared.resolve("404.html"));
    Files.delete(prepared.resolve("assets/site.css"));
    Files.writeString(prepared.resolve("assets/site.css"), "written over");
    Files.writeString(prepared.resolve("mine.html"), "foreign");
    Files.createDirectories(prepared.resolve("drafts/2024"));
    Files.createSymbolicLink(prepared.resolve("drafts/all"), Path.of("/"));
    site.put("index.html", "新");
    publish();
    PublishedFolder.whole(served());
    assertFalse(Files.exists(served().resolve("drafts")));
  }

  @Test
  void a_prepared_folder_that_is_long_out_of_date_is_left_alone() throws Exception {
    publish();
    for (int i = 0; i < 24; i++) {
      site.put("units/u" + i % 7 + "/" + i + "/index.html", "另一" + i);
    }
    publish();
    PublishedFolder.whole(served());
    List<Object> unused = new ArrayList<>();
    for (String name : prepared()) {
      unused.add(number(name));
    }
    site.put("index.html", "一页");
    assertEquals(2, publish().filesSent());
    PublishedFolder.whole(served());
    assertFalse(unused.contains(number(releases().getLast())));
  }

  /** The number on the disk of a folder beside the releases. */
  private Object number(String name) throws IOException {
    return Files.getAttribute(place().resolve("releases").resolve(name), "unix:ino");
  }

  @Test
  void compressed_forms_lie_beside_texts_and_only_new_ones_are_made_and_sent() throws Exception {
    Target plain = target(place(), Target.Layout.RELEASES);
    Target target =
        new Target(plain.name(), plain.place(), plain.layout(), plain.keep(), 0644, 0755, true);
    publish(target, ReleaseNotes.NONE);
    Path page = served().resolve("units/u3/3/index.html");
    Path packed = served().resolve("units/u3/3/index.html.gz");
    try (var in = new GZIPInputStream(Files.newInputStream(packed))) {
      assertArrayEquals(Files.readAllBytes(page), in.readAllBytes());
    }
    assertFalse(Files.exists(served().resolve("404.html.gz")));
    site.put("units/u3/3/index.html", "改了\n".repeat(400));
    PublishResult second = publish(target, ReleaseNotes.NONE);
    assertEquals(3, second.filesSent());
    assertEquals(1, second.changes().changed().size());
    assertEquals(0, second.changes().added().size());
    PublishedFolder.whole(served());
    try (var in = new GZIPInputStream(Files.newInputStream(packed))) {
      assertArrayEquals(Files.readAllBytes(page), in.readAllBytes());
    }
    assertTrue(publish(target, ReleaseNotes.NONE).release().isEmpty());
  }

  private PublishResult publish(Target target, ReleaseNotes notes) throws Exception {
    try (Publisher publisher = Publisher.open(target, NOBODY)) {
      return publisher.publish(
          site.build(), new Publisher.Options(256, Duration.ZERO, notes), PublishProgress.NONE);
    }
  }

  /** Writes a page with its own name and those that it found. */
  private static final ReleaseNotes COUNTING =
      (release, time, changes, before) -> {
        String earlier =
            before.isEmpty()
                ? ""
                : before
                    .get()
                    .read("changes/all.txt")
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse("");
        byte[] all = (earlier + release + "\n").getBytes(StandardCharsets.UTF_8);
        return List.of(
            new OutputFile("changes/all.txt", all),
            new OutputFile("changes/" + release + ".html", release.getBytes()));
      };

  @Test
  void what_a_release_says_of_itself_is_in_it_and_is_no_change_of_the_site() throws Exception {
    site.put("changes/index.html", "made by the build");
    for (Target.Layout layout : Target.Layout.values()) {
      Path place = folder.resolve(layout.name());
      Path seen = layout == Target.Layout.PLAIN ? place : place.resolve("current");
      Target target = target(place, layout);
      site.put("index.html", "一");
      publish(target, COUNTING);
      assertEquals(0, publish(target, COUNTING).filesSent());
      site.put("index.html", "二");
      PublishResult second = publish(target, COUNTING);
      assertEquals(1, second.changes().changed().size());
      assertEquals(2, Files.readString(seen.resolve("changes/all.txt")).lines().count());
      PublishedFolder.whole(seen);
    }
  }

  @Test
  void too_many_deletions_stop_it() throws Exception {
    publish();
    Map<String, String> before = PublishedFolder.whole(served());
    for (int i = 0; i < 24; i++) {
      site.remove("units/u" + i % 7 + "/" + i + "/index.html");
    }
    BuiltSite smaller = site.build();
    try (Publisher publisher = Publisher.open(target(place(), Target.Layout.RELEASES), NOBODY)) {
      PublishException stopped =
          assertThrows(
              PublishException.class,
              () ->
                  publisher.publish(
                      smaller,
                      new Publisher.Options(23, Duration.ZERO, ReleaseNotes.NONE),
                      PublishProgress.NONE));
      assertTrue(stopped.getMessage().contains("--max-deletes 24"), stopped::getMessage);
    }
    assertEquals(before, PublishedFolder.whole(served()));
    assertEquals(24, publish().changes().deleted().size());
  }

  @Test
  void a_plain_target_is_changed_in_place_and_nothing_else_is_touched() throws Exception {
    Files.createDirectories(place());
    Files.writeString(place().resolve("robots.txt"), "mine");
    publish(Target.Layout.PLAIN);
    site.put("index.html", "新")
        .remove("404.html")
        .put("data/数据.json/x.html", "folder")
        .remove("data/数据.json");
    PublishResult second = publish(Target.Layout.PLAIN);
    assertEquals(3, second.filesSent());
    assertEquals("mine", Files.readString(place().resolve("robots.txt")));
    Files.delete(place().resolve("robots.txt"));
    PublishedFolder.whole(place());
    assertFalse(Files.exists(place().resolve(".annals-incoming")));
    assertFalse(Files.exists(place().resolve(".annals-lock")));
  }

  @Test
  void a_plain_target_with_foreign_files_in_the_way_is_refused() throws Exception {
    Files.createDirectories(place());
    Files.writeString(place().resolve("index.html"), "mine");
    PublishException stopped =
        assertThrows(PublishException.class, () -> publish(Target.Layout.PLAIN));
    assertTrue(stopped.getMessage().contains("index.html: stands in the way"));
    assertEquals("mine", Files.readString(place().resolve("index.html")));
  }

  @Test
  void a_file_broken_at_the_target_is_not_linked_on_when_its_size_tells() throws Exception {
    publish();
    Files.writeString(served().resolve("index.html"), "someone wrote here");
    site.put("assets/site.css", "p { }");
    publish();
    PublishedFolder.whole(served());
  }

  @Test
  void what_an_interrupted_publish_left_is_kept_where_it_is_right() throws Exception {
    site.build();
    Path incoming = place().resolve("releases/.incoming");
    Files.createDirectories(incoming.resolve("units/u0/0/index.html.d"));
    Files.copy(site.folder().resolve("index.html"), incoming.resolve("index.html"));
    Files.writeString(incoming.resolve("units/u0/0/half.html"), "half");
    Files.writeString(incoming.resolve("404.html"), "not empty");
    Files.createSymbolicLink(incoming.resolve("assets"), Path.of("/"));
    PublishResult result = publish();
    assertEquals(PublishedFolder.whole(served()).size() - 1, result.filesSent());
  }

  @Test
  void a_second_publish_refuses_with_the_name_of_the_first() throws Exception {
    Files.createDirectories(place());
    DirFolder remote = new DirFolder(place(), 0644, 0755);
    try (TargetLock held = TargetLock.acquire(remote, Duration.ZERO)) {
      held.requireHeld();
      PublishException stopped = assertThrows(PublishException.class, this::publish);
      assertTrue(stopped.getMessage().contains(System.getProperty("user.name") + " on "));
      assertFalse(Files.exists(place().resolve("releases")));
    }
    publish();
  }

  @Test
  void a_site_in_plain_layout_is_not_made_into_releases_unasked() throws Exception {
    publish(Target.Layout.PLAIN);
    assertThrows(PublishException.class, this::publish);
    PublishedFolder.whole(place());
  }

  @Test
  void paths_never_leave_the_target() throws IOException {
    for (String path : List.of("", "/etc/x", "../x", "a/../x", "a//b", ".", "a\\b", "a\nb")) {
      assertThrows(IllegalArgumentException.class, () -> RemoteFolder.requireInside(path), path);
    }
  }
}
