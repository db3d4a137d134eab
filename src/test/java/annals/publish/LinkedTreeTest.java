package annals.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A folder whose files are those of another, under second names. */
@EnabledOnOs(OS.LINUX)
class LinkedTreeTest {
  private static final List<String> NAMES =
      List.of(
          "index.html",
          ".hidden",
          "-rf",
          "it's a name",
          "$(id)",
          "units/局/2023/index.html",
          "units/.hidden/a",
          "units/-p/a b",
          "units/file",
          "-x/-y/-z",
          "年 度/报告.html",
          "..well/known");

  @TempDir Path root;

  @BeforeEach
  void a_tree_of_awkward_names() throws IOException {
    for (String name : NAMES) {
      Path file = root.resolve("from").resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
    Files.createDirectories(root.resolve("from/empty"));
    Files.createDirectories(root.resolve("from/units/empty"));
    for (int i = 0; i < 250; i++) {
      Files.writeString(root.resolve("from/units/many-" + i), "");
    }
  }

  private int link(String existing, String folder) throws IOException, InterruptedException {
    return new ProcessBuilder("/bin/sh", "-c", LinkedTree.command(existing, folder, 0755))
        .directory(root.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private Set<String> paths(String folder) throws IOException {
    Path top = root.resolve(folder);
    try (Stream<Path> all = Files.walk(top)) {
      return all.map(path -> top.relativize(path).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void it_has_every_file_and_folder_whatever_their_names() throws Exception {
    assertEquals(0, link("from", "to it's"));
    assertEquals(paths("from"), paths("to it's"));
    for (String name : NAMES) {
      assertTrue(
          Files.isSameFile(
              root.resolve("from").resolve(name), root.resolve("to it's").resolve(name)),
          name);
    }
  }

  @Test
  void a_link_stays_a_link() throws Exception {
    Files.createSymbolicLink(root.resolve("from/units/away"), Path.of("/"));
    Files.createSymbolicLink(root.resolve("from/away"), Path.of("/"));
    assertEquals(0, link("from", "to"));
    assertTrue(Files.isSymbolicLink(root.resolve("to/units/away")));
    assertTrue(Files.isSymbolicLink(root.resolve("to/away")));
  }

  @Test
  void it_fails_where_something_stands_or_nothing_is_there_to_link() throws Exception {
    Files.createDirectory(root.resolve("to"));
    assertFalse(link("from", "to") == 0);
    assertFalse(link("nowhere", "other") == 0);
    assertFalse(Files.exists(root.resolve("to/index.html"), LinkOption.NOFOLLOW_LINKS));
  }
}
