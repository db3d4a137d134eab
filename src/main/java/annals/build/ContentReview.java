package annals.build;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Position;
import annals.gate.Gate;
import annals.source.ContentTree;
import annals.source.HeldBack;
import annals.source.UnitSource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads all content and reports what is wrong with it, without making any page; looks through the
 * built site for what the gate stops.
 */
public final class ContentReview {
  private ContentReview() {}

  /** Adds what it finds to {@code diagnostics} and gives the number of reports read. */
  public static int of(SiteConfig config, Diagnostics diagnostics)
      throws InterruptedException, IOException {
    List<Diagnostic> ofGate = new ArrayList<>();
    Gate gate = Gate.of(config.root(), ofGate);
    ContentTree tree =
        ContentTree.scan(
            config.root(),
            config.content(),
            new Admittance(gate, config.review(), diagnostics, diagnostics),
            diagnostics);
    FamilyReader reader = new FamilyReader(tree, config.lints(true, diagnostics), diagnostics);
    int threads = Runtime.getRuntime().availableProcessors();
    int reports;
    try (Workers workers = new Workers(threads)) {
      List<Integer> counts =
          workers.map(
              Families.of(tree.units()),
              (List<UnitSource> family) ->
                  reader.read(family).members().stream()
                      .mapToInt(unit -> unit.reports().size())
                      .sum());
      reports = counts.stream().mapToInt(Integer::intValue).sum();
    }
    for (HeldBack held : tree.heldBack()) {
      if (held.reason() == HeldBack.Reason.DRAFT) {
        diagnostics.add(
            Diagnostic.notice(
                "draft", Position.of(held.path()), "a draft, left out of the site", ""));
      }
    }
    if (Files.exists(config.output().resolve("manifest.json"))) {
      ofGate.addAll(gate.folder(config.output(), config.outputName()));
    }
    ofGate.addAll(gate.unused());
    diagnostics.addAll(ofGate);
    return reports;
  }
}
