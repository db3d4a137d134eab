package annals.ingest;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Position;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** What there is to say of the files of one run, each named as seen from the source folder. */
final class ImportFindings {
  private final Path root;
  private final Diagnostics diagnostics = new Diagnostics();

  /**
   * @param root the source folder
   */
  ImportFindings(Path root) {
    this.root = absolute(root);
  }

  static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** A file as messages name it: from the source folder if it lies in it, with {@code /}. */
  String relative(Path path) {
    Path file = absolute(path);
    return (file.startsWith(root) ? root.relativize(file) : file).toString().replace('\\', '/');
  }

  void error(String code, Path file, String what, String hint) {
    diagnostics.add(Diagnostic.error(code, Position.of(relative(file)), what, hint));
  }

  void warning(String code, Path file, String what, String hint) {
    diagnostics.add(Diagnostic.warning(code, Position.of(relative(file)), what, hint));
  }

  void notice(String code, Path file, String what, String hint) {
    diagnostics.add(Diagnostic.notice(code, Position.of(relative(file)), what, hint));
  }

  void addAll(Collection<Diagnostic> found) {
    diagnostics.addAll(found);
  }

  List<Diagnostic> sorted() {
    return diagnostics.sorted();
  }
}
