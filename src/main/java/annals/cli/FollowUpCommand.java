package annals.cli;

import annals.build.SiteConfig;
import annals.compare.FollowUp;
import annals.compare.FollowUps;
import annals.compare.LexicalSimilarity;
import annals.compare.Outcome;
import annals.compare.SentenceRef;
import annals.compare.Vocabulary;
import annals.diagnostic.Diagnostics;
import annals.ingest.ReadReport;
import annals.ingest.SourceHints;
import annals.outline.Outline;
import annals.render.FollowUpCsv;
import annals.render.FollowUpJson;
import annals.render.Theme;
import annals.report.ReportId;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code annals follow-up PLAN_FILE SUMMARY_FILE}. */
@Command(
    name = "follow-up",
    description = "Sets the plan of one report file against the account in another.")
final class FollowUpCommand implements Callable<Integer> {
  /** How the follow-up is printed. */
  enum Format {
    json,
    csv,
    text
  }

  @Mixin private SourceOption source;

  @Parameters(index = "0", paramLabel = "PLAN_FILE", description = "the report with the plan")
  private Path planFile;

  @Parameters(
      index = "1",
      paramLabel = "SUMMARY_FILE",
      description = "the later report with the account")
  private Path summaryFile;

  @Option(names = "--format", description = "json, csv or text; default: text")
  private Format format = Format.text;

  @Override
  public Integer call() throws Exception {
    LooseReports reports = new LooseReports(source);
    ReadReport plan = reports.read(planFile, SourceHints.NONE);
    ReadReport account = reports.read(summaryFile, SourceHints.NONE);
    int target = plan.outline().years().plan();
    FollowUp followUp =
        FollowUps.of(
            target,
            Optional.of(told(plan.outline())),
            Optional.of(told(account.outline())),
            new LexicalSimilarity(Vocabulary.of(Stream.of(plan.outline(), account.outline()))));
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
    source.commandLine().getOut().print(print(followUp));
    source.commandLine().getOut().flush();
    return Main.DONE;
  }

  private static FollowUps.Told told(Outline outline) {
    return new FollowUps.Told(new ReportId("file", outline.year(), outline.kind()), outline);
  }

  private String print(FollowUp followUp) {
    return switch (format) {
      case json -> new String(FollowUpJson.bytes(followUp), StandardCharsets.UTF_8);
      case csv -> {
        SiteConfig config = source.config(new Diagnostics());
        Theme theme = Theme.load(config.language(), config.theme());
        yield new String(new FollowUpCsv(theme.labels()).bytes(followUp), StandardCharsets.UTF_8);
      }
      case text -> text(followUp);
    };
  }

  private static String text(FollowUp followUp) {
    StringBuilder out = new StringBuilder();
    for (FollowUp.Item item : followUp.items()) {
      out.append('[').append(item.item().kind().word()).append(", ");
      out.append(item.state().word()).append("] ").append(item.item().text()).append('\n');
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
