package annals.cli;

import annals.build.Similarities;
import annals.build.SiteConfig;
import annals.build.UnitLedger;
import annals.compare.FollowUp;
import annals.compare.FollowUps;
import annals.compare.Ledger;
import annals.compare.Outcome;
import annals.compare.SentenceRef;
import annals.compare.Similarity;
import annals.compare.Vocabulary;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Severity;
import annals.embedding.ModelUnavailableException;
import annals.ingest.ReadReport;
import annals.ingest.SourceHints;
import annals.outline.Outline;
import annals.page.Labels;
import annals.render.FollowUpCsv;
import annals.render.FollowUpJson;
import annals.render.LedgerSheet;
import annals.render.RulingsSheet;
import annals.render.Theme;
import annals.report.ReportId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/**
 * {@code annals follow-up PLAN_FILE SUMMARY_FILE}, or {@code annals follow-up --unit U --year Y}
 * for a follow-up of the archive with its rulings.
 */
@Command(
    name = "follow-up",
    description = {
      "Sets the plan of one report file against the account in another; or, with --unit and --year,"
          + " shows a follow-up of the archive. Its csv is the file in which rulings are kept:"
          + " --write puts it into the unit's folder and keeps what is there."
    })
final class FollowUpCommand implements Callable<Integer> {
  /** How the follow-up is printed. */
  enum Format {
    json,
    csv,
    text
  }

  @Mixin private SourceOption source;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PLAN_FILE",
      description = "the report with the plan")
  private Path planFile;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SUMMARY_FILE",
      description = "the later report with the account")
  private Path summaryFile;

  @Option(names = "--format", description = "json, csv or text; default: text")
  private Format format = Format.text;

  @Option(names = "--unit", paramLabel = "NAME", description = "a unit's name, folder or slug")
  private String unit;

  @Option(names = "--year", paramLabel = "Y", description = "the year planned")
  private Integer year;

  @Option(
      names = "--kind",
      paramLabel = "K",
      description = "the kind of the report with the plan; default: the ordinary one")
  private String kind = "";

  @Option(
      names = "--write",
      description = "write content/<unit>/follow-up.csv to fill in, keeping the rulings it holds")
  private boolean write;

  @Mixin private SimilarityOption similarity;

  @Override
  public Integer call() throws Exception {
    boolean files = planFile != null && summaryFile != null;
    boolean archive = unit != null && year != null;
    if (files == archive || (files && write) || (archive && planFile != null)) {
      throw new ParameterException(
          source.commandLine(),
          "follow-up takes either PLAN_FILE SUMMARY_FILE or --unit and --year (with --write)");
    }
    SiteConfig config = source.config(new Diagnostics());
    Similarity.Kind usual = files ? Similarity.Kind.SEMANTIC : Similarity.Kind.LEXICAL;
    Similarity.Kind chosen = similarity.stated().or(config::similarity).orElse(usual);
    try {
      return files ? ofFiles(chosen) : ofArchive(chosen);
    } catch (ModelUnavailableException e) {
      source
          .commandLine()
          .getErr()
          .println(
              "annals: compared by words alone, without the language model: " + e.getMessage());
      return files ? ofFiles(Similarity.Kind.LEXICAL) : ofArchive(Similarity.Kind.LEXICAL);
    }
  }

  private int ofArchive(Similarity.Kind by) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    SiteConfig config = source.config(diagnostics);
    Optional<UnitLedger> found;
    try (Similarities similarities = Similarities.of(by, Optional.of(config.root()), read -> {})) {
      found = UnitLedger.of(config, unit, year, kind, similarities, diagnostics);
    }
    PrintWriter err = source.commandLine().getErr();
    diagnostics.sorted().stream()
        .filter(d -> d.severity() == Severity.ERROR || d.code().startsWith("ruling-"))
        .filter(d -> d.severity() != Severity.NOTICE)
        .forEach(err::println);
    if (found.isEmpty()) {
      err.println("annals: " + unit + " has no plan for " + year);
    }
    if (found.isEmpty() || diagnostics.hasErrors()) {
      return Main.ERRORS;
    }
    UnitLedger ledger = found.get();
    Ledger rows = Ledger.of(ledger.followUp());
    byte[] csv = new RulingsSheet(labels(config)).bytes(rows, ledger.file());
    if (write) {
      replace(ledger.path(), csv);
      err.println("annals: " + ledger.path() + ": " + rows.rows().size() + " items of " + year);
    } else {
      print(format == Format.csv ? new String(csv, StandardCharsets.UTF_8) : print(rows));
    }
    return Main.DONE;
  }

  /** At once or not at all, for it holds what people decided. */
  private static void replace(Path file, byte[] bytes) throws IOException {
    Path beside = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      Files.write(beside, bytes);
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static Labels labels(SiteConfig config) {
    return Theme.load(config.language(), config.theme()).labels();
  }

  /** Vectors are kept where there is a site, and with loose files alone nowhere. */
  private int ofFiles(Similarity.Kind by) throws IOException {
    LooseReports reports = new LooseReports(source);
    ReadReport plan = reports.read(planFile, SourceHints.NONE);
    ReadReport account = reports.read(summaryFile, SourceHints.NONE);
    int target = plan.outline().years().plan();
    Vocabulary vocabulary = Vocabulary.of(Stream.of(plan.outline(), account.outline()));
    Optional<Path> root =
        Optional.of(source.config(new Diagnostics()).root())
            .filter(folder -> Files.exists(folder.resolve(SiteConfig.FILE)));
    FollowUp followUp;
    try (Similarities similarities = Similarities.of(by, root, read -> {})) {
      followUp =
          FollowUps.of(
              target,
              Optional.of(told(plan.outline())),
              Optional.of(told(account.outline())),
              similarities.over(vocabulary));
    }
    PrintWriter err = source.commandLine().getErr();
    if (followUp.plan().isEmpty()) {
      err.println(planFile + ": warning: no plan for " + target + " was found");
    }
    if (followUp.account().isEmpty()) {
      err.println(
          summaryFile
              + ": warning: its summary is about "
              + account.outline().years().summary()
              + ", the plan is for "
              + target);
    }
    print(print(Ledger.of(followUp)));
    return reports.exitCode();
  }

  private void print(String text) {
    source.commandLine().getOut().print(text);
    source.commandLine().getOut().flush();
  }

  private static FollowUps.Told told(Outline outline) {
    return new FollowUps.Told(new ReportId("file", outline.year(), outline.kind()), outline);
  }

  private String print(Ledger ledger) {
    return switch (format) {
      case json -> new String(FollowUpJson.bytes(ledger), StandardCharsets.UTF_8);
      case csv -> {
        LedgerSheet sheet = new LedgerSheet(labels(source.config(new Diagnostics())));
        yield new String(FollowUpCsv.bytes(sheet.rows(ledger)), StandardCharsets.UTF_8);
      }
      case text -> text(ledger.followUp());
    };
  }

  private static String text(FollowUp followUp) {
    StringBuilder out = new StringBuilder();
    for (FollowUp.Item item : followUp.items()) {
      out.append('[').append(item.item().kind().word()).append(", ");
      out.append(item.standing().word()).append("] ").append(item.item().text()).append('\n');
      for (Outcome outcome : item.outcomes()) {
        out.append(String.format(Locale.ROOT, "    %.2f  ", outcome.score()));
        out.append(outcome.ref().text()).append('\n');
      }
    }
    for (SentenceRef ref : followUp.unplanned()) {
      out.append("[unplanned] ").append(ref.text()).append('\n');
    }
    return out.toString();
  }
}
