package annals.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which sites are not published, and the site as one file. */
class BuiltSiteTest {
  @TempDir Path folder;

  private void assertRefused(String with) {
    PublishException refused =
        assertThrows(
            PublishException.class, () -> BuiltSite.open(folder.resolve("s/site"), "site"));
    assertTrue(refused.getMessage().contains(with), refused::getMessage);
    assertEquals(1, refused.getMessage().lines().count());
  }

  private Path built() throws IOException {
    SampleSite site = new SampleSite(folder.resolve("s"));
    site.build();
    return site.folder();
  }

  @Test
  void an_unbuilt_site_is_refused() {
    assertRefused("run annals build");
  }

  @Test
  void an_incomplete_site_is_refused() throws IOException {
    Files.delete(built().resolve("404.html"));
    assertRefused("site/404.html is missing");
  }

  @Test
  void an_edited_site_is_refused_even_when_the_size_is_the_same() throws IOException {
    Files.writeString(built().resolve("assets/site.css"), "q {}");
    assertRefused("site/assets/site.css is not what the build wrote");
  }

  @Test
  void an_edit_is_seen_even_when_size_and_time_are_set_back() throws IOException {
    Path style = built().resolve("assets/site.css");
    BuiltSite.open(folder.resolve("s/site"), "site");
    FileTime time = Files.getLastModifiedTime(style);
    Files.writeString(style, "q {}");
    Files.setLastModifiedTime(style, time);
    assertRefused("site/assets/site.css is not what the build wrote");
    assertRefused("site/assets/site.css is not what the build wrote");
    Files.writeString(style, "p {}");
    BuiltSite.open(folder.resolve("s/site"), "site");
  }

  @Test
  void a_manifest_with_another_hash_for_an_untouched_file_is_refused() throws IOException {
    Path manifest = built().resolve("manifest.json");
    String text = Files.readString(manifest);
    String css = Hash.of("p {}".getBytes(StandardCharsets.UTF_8));
    assertTrue(text.contains(css));
    Files.writeString(manifest, text.replace(css, Hash.of(new byte[0])));
    assertRefused("site/assets/site.css is not what the build wrote");
  }

  @Test
  void a_file_put_there_by_hand_is_refused_but_not_what_desktops_and_git_leave()
      throws IOException {
    Path site = built();
    Files.writeString(site.resolve("Thumbs.db"), "x");
    Files.writeString(site.resolve(".gitkeep"), "");
    BuiltSite.open(site, "site");
    Files.writeString(site.resolve("logo.png"), "x");
    assertRefused("site/logo.png was not made by a build");
  }

  @Test
  @DisabledOnOs({OS.WINDOWS, OS.MAC})
  void a_file_whose_name_is_in_another_encoding_is_refused() throws Exception {
    String touch = "touch \"$(printf '\\304\\352\\261\\250').html\"";
    new ProcessBuilder("sh", "-c", touch).directory(built().toFile()).start().waitFor();
    assertRefused("was not made by a build");
  }

  @Test
  void a_link_in_the_site_is_refused() throws IOException {
    Path page = built().resolve("index.html");
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(page, elsewhere);
    Files.createSymbolicLink(page, elsewhere);
    assertRefused("site/index.html is a symbolic link");
  }

  @Test
  void a_manifest_that_leaves_the_site_is_refused() throws IOException {
    Path manifest = built().resolve("manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace("\"index.html\"", "\"../index.html\""));
    assertRefused("not a manifest");
  }

  @Test
  void an_interrupted_build_is_refused() throws IOException {
    Files.writeString(built().resolve(".annals-pending"), "index.html\n");
    assertRefused("interrupted");
  }

  @Test
  void the_bundle_is_the_same_for_the_same_site_and_its_sums_are_right() throws IOException {
    BuiltSite site = new SampleSite(folder.resolve("s")).build();
    Path one = folder.resolve("one.zip");
    Path two = folder.resolve("two.zip");
    Bundle.write(site, one);
    Bundle.write(site, two);
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    try (ZipFile zip = new ZipFile(one.toFile(), StandardCharsets.UTF_8)) {
      String sums =
          new String(
              zip.getInputStream(zip.getEntry("SHA256SUMS")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertEquals(zip.size() - 1, sums.lines().count());
      for (String line : sums.lines().toList()) {
        byte[] bytes = zip.getInputStream(zip.getEntry(line.substring(66))).readAllBytes();
        assertEquals(line.substring(0, 64), Hash.of(bytes));
      }
      assertTrue(sums.contains("  site/index.html\n"));
    }
  }
}
