package annals.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A generated archive and the site that the program, started as a user starts it, makes of it.
 *
 * @param source the folder with {@code content/}
 * @param site where it is built
 */
record GeneratedArchive(Path source, Path site) {
  static final int SEED = 1;

  /** The archive of this size in a folder, generated if it is not there. */
  static GeneratedArchive in(Path folder, int reports) throws IOException {
    Path source = folder.resolve("archive-" + reports);
    if (!Files.exists(source)) {
      new CorpusGenerator(SEED).write(source, reports);
    }
    return new GeneratedArchive(source, folder.resolve("searched-" + reports).toAbsolutePath());
  }

  MeasuredRun build() throws IOException, InterruptedException {
    return MeasuredRun.of(
        List.of("./annals", "build", "--source", source.toString(), "--output", site.toString()));
  }

  Path content() {
    return source.resolve("content");
  }

  /** Of all reports, in UTF-8. */
  long markdownBytes() throws IOException {
    return Folders.size(
        Folders.files(content()).stream().filter(file -> file.toString().endsWith(".md")).toList());
  }
}
