package annals.cli;

import annals.build.PublishReview;
import annals.build.SiteConfig;
import annals.build.SiteFreshness;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Severity;
import annals.diary.ChangedReport;
import annals.diary.Comparison;
import annals.output.Manifest;
import annals.publish.BuiltSite;
import annals.publish.Bundle;
import annals.publish.Changes;
import annals.publish.Meanwhile;
import annals.publish.PublishException;
import annals.publish.PublishResult;
import annals.publish.Publisher;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code annals publish [TARGET]}. */
@Command(
    name = "publish",
    description =
        "Brings the built site to where readers find it: a folder, a server, or one zip file.")
final class PublishCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  @Mixin private SourceOption source;
  @Mixin private VerbosityOption verbosity;
  @Mixin private TargetArgument access;

  @Parameters(
      arity = "0..1",
      paramLabel = "TARGET",
      description = "a name under publish: targets: in annals.yaml (default: the only one)")
  private String target;

  @Option(
      names = "--dry-run",
      description = "show what would be added, changed and deleted, and change nothing")
  private boolean dryRun;

  @Option(
      names = "--max-deletes",
      paramLabel = "N",
      description = "stop if more files than that would vanish (default: ${DEFAULT-VALUE})")
  private int maxDeletes = 256;

  @Option(
      names = "--bundle",
      paramLabel = "FILE.zip",
      description = "write the site as one file for a USB stick, instead of publishing it")
  private Path bundle;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = source.commandLine().getErr();
    Diagnostics diagnostics = new Diagnostics();
    SiteConfig config = source.config(diagnostics);
    verbosity.print(diagnostics.sorted(), err);
    if (diagnostics.hasErrors()) {
      return Main.ERRORS;
    }
    Meanwhile<PublishReview> reviewing =
        Meanwhile.begin(() -> PublishReview.atGate(config, diagnostics));
    BuiltSite site = BuiltSite.open(config.output(), config.outputName());
    requireFresh(config, site);
    PublishReview review = reviewing.result();
    if (!passes(diagnostics, err)) {
      return Main.ERRORS;
    }
    ReleaseDiary diary = new ReleaseDiary(config, site, review);
    long start = System.nanoTime();
    if (bundle != null) {
      Diagnostics found = new Diagnostics();
      review.check(slug -> true, found);
      if (!passes(found, err)) {
        return Main.ERRORS;
      }
      PublishResult result = Bundle.publish(site, bundle, diary);
      remember(review, err);
      say(err, bundle + ": " + closingLine(result, since(start)));
      return Main.DONE;
    }
    try (Publisher publisher = access.open(config, Optional.ofNullable(target))) {
      Changes changes = publisher.compare(site);
      if (dryRun) {
        PrintWriter out = source.commandLine().getOut();
        show(diary.comparison(publisher.earlier()), out);
        show(changes, out);
      }
      Diagnostics found = new Diagnostics();
      review.check(changedUnits(changes)::contains, found);
      if (!passes(found, err)) {
        return Main.ERRORS;
      }
      if (dryRun) {
        publisher.requireFewDeletes(changes, maxDeletes);
        return Main.DONE;
      }
      PublishResult result;
      try (PublishConsole progress = new PublishConsole(verbosity.isQuiet())) {
        result =
            publisher.publish(
                site, new Publisher.Options(maxDeletes, access.patience(), diary), progress);
      }
      remember(review, err);
      result.notices().forEach(notice -> say(err, notice));
      say(err, closingLine(result, since(start)));
      return Main.DONE;
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Prints errors, and says of warnings how many there are. */
  private boolean passes(Diagnostics diagnostics, PrintWriter err) {
    diagnostics.sorted().stream().filter(d -> d.severity() == Severity.ERROR).forEach(err::println);
    long errors = diagnostics.count(Severity.ERROR);
    if (errors > 0) {
      err.println(
          "annals: nothing was published: "
              + errors
              + (errors == 1 ? " error" : " errors")
              + " in the content");
    }
    return errors == 0;
  }

  /** The slugs of units any page of which is another now. */
  private static Set<String> changedUnits(Changes changes) {
    return Stream.of(changes.added(), changes.changed(), changes.deleted())
        .flatMap(List::stream)
        .map(Manifest.Entry::path)
        .filter(path -> path.startsWith("units/"))
        .map(path -> path.split("/")[1])
        .collect(Collectors.toSet());
  }

  /** What is public now is written down beside the reports. */
  private void remember(PublishReview review, PrintWriter err) throws IOException {
    int changed = review.locks().remember();
    if (changed > 0) {
      say(
          err,
          "anchors.lock of "
              + changed
              + (changed == 1 ? " unit" : " units")
              + " brought up to date; keep it with the reports");
    }
  }

  private static void show(Comparison reports, PrintWriter out) {
    reports.added().forEach(report -> out.println("report added: " + report.title()));
    for (ChangedReport changed : reports.changed()) {
      out.println(
          "report changed: "
              + changed.report().title()
              + changed.sections().stream()
                  .map(section -> section.label().isEmpty() ? "…" : section.label())
                  .collect(Collectors.joining("; ", changed.sections().isEmpty() ? "" : ": ", "")));
    }
    reports.removed().forEach(report -> out.println("report removed: " + report.title()));
  }

  private static void requireFresh(SiteConfig config, BuiltSite site) throws Exception {
    Optional<String> newer = SiteFreshness.of(config, site.manifest()).newer();
    if (newer.isPresent()) {
      throw new PublishException(
          config.outputName()
              + ": older than "
              + newer.get()
              + ", and building now gives another site; run annals build first");
    }
  }

  private void say(PrintWriter err, String line) {
    if (!verbosity.isQuiet()) {
      err.println("annals: " + line);
    }
  }

  private static void show(Changes changes, PrintWriter out) {
    show("add", changes.added(), out);
    show("change", changes.changed(), out);
    show("delete", changes.deleted(), out);
    out.println("unchanged: " + changes.unchanged() + " files");
  }

  private static void show(String what, List<Manifest.Entry> entries, PrintWriter out) {
    out.println(
        what
            + ": "
            + entries.size()
            + " files, "
            + size(entries.stream().mapToLong(Manifest.Entry::size).sum()));
    entries.stream()
        .limit(SHOWN)
        .forEach(entry -> out.println("  " + entry.path() + " (" + size(entry.size()) + ")"));
    if (entries.size() > SHOWN) {
      out.println("  … and " + (entries.size() - SHOWN) + " more");
    }
  }

  private static String closingLine(PublishResult result, Duration time) {
    Changes changes = result.changes();
    if (changes.isEmpty() && result.filesSent() == 0) {
      return "nothing has changed since the last publish";
    }
    return String.format(
        Locale.ROOT,
        "%s%d added, %d changed, %d deleted, %d unchanged; %d files sent, %s, in %.1f s",
        result.release().map(id -> "release " + id + ": ").orElse(""),
        changes.added().size(),
        changes.changed().size(),
        changes.deleted().size(),
        changes.unchanged(),
        result.filesSent(),
        size(result.bytesSent()),
        time.toMillis() / 1000.0);
  }

  private static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
