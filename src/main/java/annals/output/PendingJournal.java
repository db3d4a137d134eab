package annals.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * The files that a build is about to rename into place and that no manifest lists yet: a path a
 * line, closed by an empty line. It stands in the output folder from before the first rename until
 * after the manifest.
 */
final class PendingJournal {
  private PendingJournal() {}

  /** The form on disk; the same paths give the same bytes. */
  static byte[] bytes(Collection<String> paths) {
    StringBuilder lines = new StringBuilder();
    paths.stream().sorted().distinct().forEach(path -> lines.append(path).append('\n'));
    return lines.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The paths listed in a journal; none where there is no journal.
   *
   * @throws IOException also where the file is not a whole journal
   */
  static List<String> read(Path journal) throws IOException {
    if (!Files.isRegularFile(journal)) {
      return List.of();
    }
    String text = Files.readString(journal);
    if (!text.endsWith("\n\n") && !text.equals("\n")) {
      throw new IOException("cut short");
    }
    List<String> paths = text.lines().filter(line -> !line.isEmpty()).toList();
    try {
      paths.forEach(OutputFile::requireInside);
    } catch (IllegalArgumentException invalid) {
      throw new IOException("not a list of files: " + invalid.getMessage(), invalid);
    }
    return paths;
  }
}
