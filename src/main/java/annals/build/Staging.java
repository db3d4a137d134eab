package annals.build;

import annals.check.LinkLedger;
import annals.check.SiteCheck;
import annals.diagnostic.Diagnostic;
import annals.output.OutputFile;
import annals.output.SiteWriter;
import annals.page.Page;
import annals.page.SitePlan;
import annals.render.PageRenderer;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Renders pages into the writer, brings them to the gate and keeps account of their links. Safe for
 * several threads.
 */
final class Staging {
  /** Below a unit, whatever its own slug is. */
  private static final Pattern RETELLING = Pattern.compile("units/[^/]+/(?:compare|follow-up)/.*");

  private final SiteWriter writer;
  private final PageRenderer renderer;
  private final Consumer<OutputFile> gate;
  private final LinkLedger links = new LinkLedger();

  Staging(SiteWriter writer, PageRenderer renderer, Consumer<OutputFile> gate) {
    this.writer = writer;
    this.renderer = renderer;
    this.gate = gate;
  }

  /**
   * @param ownWords whether comparisons and follow-ups hold words that stand in no report
   */
  Batch batch(boolean ownWords) {
    return new Batch(ownWords);
  }

  List<Diagnostic> brokenLinks(String outputName, SitePlan plan) {
    return new SiteCheck(outputName, writer::read).check(links, List.of(plan.manifest().path()));
  }

  /** Files that are made together, by one thread, and link mostly to one another. */
  final class Batch implements AutoCloseable {
    private final LinkLedger.Group group = links.group();
    private final boolean ownWords;

    private Batch(boolean ownWords) {
      this.ownWords = ownWords;
    }

    void page(Page page, String origin) {
      renderer.render(page).forEach(file -> file(file, origin));
    }

    void file(OutputFile file, String origin) {
      writer.stage(file, origin);
      if (file.path().endsWith(".html") && (ownWords || !isRetelling(file.path()))) {
        gate.accept(file);
      }
      group.add(file);
    }

    /** Pages whose every word stands on a report's page too; a check reads them all the same. */
    private static boolean isRetelling(String path) {
      return RETELLING.matcher(path).matches();
    }

    @Override
    public void close() {
      group.close();
    }
  }
}
