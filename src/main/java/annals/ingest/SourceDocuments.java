package annals.ingest;

import annals.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the documents to import, and what lists say of them. */
final class SourceDocuments {
  private static final Pattern NOT_A_REPORT =
      Pattern.compile("(?i)(?:readme|licen[cs]e|changelog|contributing|notice)\\b.*");

  private final Path content;
  private final ImportFindings findings;
  private final Map<Path, SourceHints> hints = new HashMap<>();

  /**
   * @param content the folder of reports, which are no documents to import
   */
  SourceDocuments(Path content, ImportFindings findings) {
    this.content = ImportFindings.absolute(content);
    this.findings = findings;
  }

  /** What a list among the paths says of a document. */
  SourceHints hints(Path file) {
    return hints.getOrDefault(ImportFindings.absolute(file), SourceHints.NONE);
  }

  private boolean isInContent(Path file) {
    return ImportFindings.absolute(file).startsWith(content);
  }

  /** The documents to import, those of a folder by name; what is not there is an error. */
  List<Path> files(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (path.getFileName().toString().endsWith(".csv") && Files.isRegularFile(path)) {
        files.addAll(listed(path));
      } else if (Files.isDirectory(path)) {
        try (Stream<Path> below = Files.walk(path)) {
          List<Path> all = below.sorted(Comparator.comparingInt(Path::getNameCount)).toList();
          all.stream()
              .filter(file -> file.endsWith(BatchList.NAME) && Files.isRegularFile(file))
              .forEach(this::listed);
          all.stream()
              .filter(file -> Files.isRegularFile(file) && ReportReader.reads(file))
              .filter(file -> !isInContent(file))
              .filter(file -> !NOT_A_REPORT.matcher(file.getFileName().toString()).matches())
              .sorted(Comparator.comparing(file -> path.relativize(file).toString()))
              .forEach(files::add);
        } catch (IOException | UncheckedIOException e) {
          findings.error("unreadable", path, "the folder cannot be read", e.getMessage());
        }
      } else if (!Files.exists(path)) {
        findings.error("file-missing", path, "there is no such file", "check the path");
      } else if (!ReportReader.reads(path)) {
        findings.error(
            "format-unknown",
            path,
            "not a format that import reads",
            "it reads " + ReportReader.formats() + "; save the document as one of them");
      } else {
        files.add(path);
      }
    }
    return files;
  }

  /** The documents that a list names; what it says of them is kept. */
  private List<Path> listed(Path list) {
    try {
      List<Diagnostic> found = new ArrayList<>();
      Map<Path, SourceHints> stated = BatchList.read(list, findings.relative(list), found).stated();
      findings.addAll(found);
      hints.putAll(stated);
      return List.copyOf(stated.keySet());
    } catch (IOException e) {
      findings.error("unreadable", list, "the list cannot be read", String.valueOf(e.getMessage()));
      return List.of();
    }
  }
}
