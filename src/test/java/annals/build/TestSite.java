package annals.build;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A site written as one text: {@code == path} lines, each followed by the file's text. */
public final class TestSite {
  private final Path root;

  private TestSite(Path root) {
    this.root = root;
  }

  /** Writes the files of a text below a folder. */
  public static TestSite in(Path root, String files) {
    TestSite site = new TestSite(root);
    for (String part : files.split("(?m)^== ")) {
      if (!part.isBlank()) {
        int end = part.indexOf('\n');
        site.write(part.substring(0, end).strip(), part.substring(end + 1));
      }
    }
    return site;
  }

  public void write(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a source file. */
  public String source(String path) {
    try {
      return Files.readString(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void delete(String path) {
    try {
      Files.delete(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public BuildReport build() {
    return build(root.resolve("site"), 2);
  }

  public BuildReport build(Path output, int threads) {
    List<Diagnostic> ofConfig = new ArrayList<>();
    SiteConfig config = SiteConfig.read(root, ofConfig).withOutput(output);
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.addAll(ofConfig);
    try {
      return new SiteBuilder(config, threads, Progress.NONE).build(diagnostics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text of a file of the built site. */
  public String page(String path) {
    try {
      return Files.readString(root.resolve("site").resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(String path) {
    return Files.exists(root.resolve("site").resolve(path));
  }

  /** Every file below a folder by relative path, read as Latin-1 so that any bytes compare. */
  public static Map<String, String> files(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(),
            Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
