package annals.cli;

import annals.build.ContentReview;
import annals.build.SiteConfig;
import annals.check.SiteCheck;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Severity;
import annals.lint.Code;
import annals.lint.Codes;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code annals check}. */
@Command(
    name = "check",
    description =
        "Checks the content and, if it has been built, the links and anchors of the site.")
final class CheckCommand implements Callable<Integer> {
  /** How findings are printed. */
  enum Format {
    text,
    json,
    sarif
  }

  @Mixin private SourceOption source;

  @Option(
      names = "--format",
      description = "text (path:line:column: warning: what), json or sarif (2.1.0); default: text")
  private Format format = Format.text;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "also write the findings as a page for editors; it is no part of the site")
  private Path html;

  @Option(names = "--notices", description = "also what is only worth knowing")
  private boolean notices;

  @Option(names = "--list", description = "list all kinds of finding and do nothing else")
  private boolean list;

  @Option(
      names = "--explain",
      paramLabel = "CODE",
      description = "say what a code means and do nothing else")
  private String explain;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = source.commandLine().getOut();
    if (list) {
      Codes.all().list().forEach(code -> out.println(line(code)));
      return Main.DONE;
    }
    if (explain != null) {
      out.println(explanation());
      return Main.DONE;
    }
    Diagnostics diagnostics = new Diagnostics();
    SiteConfig config = source.config(diagnostics);
    int reports = ContentReview.of(config, diagnostics);
    boolean built = Files.exists(config.output().resolve("manifest.json"));
    if (built) {
      diagnostics.addAll(SiteCheck.ofFolder(config.output(), config.outputName()));
    }
    List<Diagnostic> found =
        diagnostics.sorted().stream()
            .filter(d -> notices || d.severity() != Severity.NOTICE)
            .toList();
    if (html != null) {
      Files.writeString(html, FindingsPage.write(config.title(), found));
    }
    switch (format) {
      case sarif -> out.println(SarifJson.write(found));
      case json -> out.println(DiagnosticsJson.write(found));
      case text -> {
        found.forEach(diagnostic -> out.println(text(diagnostic)));
        source
            .commandLine()
            .getErr()
            .println(
                "annals: "
                    + reports
                    + " reports checked"
                    + (built ? ", and the built site" : "; there is no built site to check")
                    + ": "
                    + diagnostics.count(Severity.ERROR)
                    + " errors, "
                    + diagnostics.count(Severity.WARNING)
                    + " warnings");
      }
    }
    return diagnostics.hasErrors() ? Main.ERRORS : Main.DONE;
  }

  /** A diagnostic with the short code beside its name. */
  private static String text(Diagnostic diagnostic) {
    String name = diagnostic.code() + "]";
    String line = diagnostic.toString();
    return Codes.all()
        .find(diagnostic.code())
        .map(code -> line.substring(0, line.length() - name.length()) + code.id() + " " + name)
        .orElse(line);
  }

  private static String line(Code code) {
    return code.id() + "  " + pad(severity(code), 8) + pad(code.name(), 24) + firstSentence(code);
  }

  private static String pad(String word, int width) {
    return word + " ".repeat(Math.max(1, width - word.length()));
  }

  private static String severity(Code code) {
    return code.severity().map(Severity::word).orElse("off");
  }

  private static String firstSentence(Code code) {
    int end = code.explanation().indexOf(". ");
    return end < 0 ? code.explanation() : code.explanation().substring(0, end + 1);
  }

  private String explanation() {
    Code code =
        Codes.all()
            .find(explain)
            .orElseThrow(
                () ->
                    new ParameterException(
                        source.commandLine(),
                        "--explain: there is no code " + explain + "; --list shows them"));
    return code.id()
        + " "
        + code.name()
        + " ("
        + severity(code)
        + (code.fixed() ? ", cannot be changed" : "")
        + ")\n"
        + code.explanation();
  }
}
