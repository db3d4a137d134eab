package annals.cli;

import annals.build.SiteConfig;
import annals.build.SiteFreshness;
import annals.diagnostic.Diagnostics;
import annals.output.Manifest;
import annals.publish.BuiltSite;
import annals.publish.Bundle;
import annals.publish.Changes;
import annals.publish.PublishException;
import annals.publish.PublishResult;
import annals.publish.Publisher;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
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
    BuiltSite site = BuiltSite.open(config.output(), config.outputName());
    requireFresh(config, site);
    if (bundle != null) {
      Bundle.write(site, bundle);
      say(
          err,
          bundle + ": " + site.manifest().files().size() + " files, " + size(Files.size(bundle)));
      return Main.DONE;
    }
    try (Publisher publisher = access.open(config, Optional.ofNullable(target))) {
      if (dryRun) {
        show(publisher.compare(site), source.commandLine().getOut());
        return Main.DONE;
      }
      long start = System.nanoTime();
      PublishResult result;
      try (PublishConsole progress = new PublishConsole(verbosity.isQuiet())) {
        result =
            publisher.publish(site, new Publisher.Options(maxDeletes, access.patience()), progress);
      }
      result.notices().forEach(notice -> say(err, notice));
      say(err, closingLine(result, Duration.ofNanos(System.nanoTime() - start)));
      return Main.DONE;
    }
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
