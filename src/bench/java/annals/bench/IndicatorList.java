package annals.bench;

import annals.diagnostic.Diagnostics;
import annals.figures.Observation;
import annals.figures.Observations;
import annals.figures.Series;
import annals.figures.SeriesFinder;
import annals.outline.Outliner;
import annals.source.ContentTree;
import annals.source.UnitSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prints the indicators through the years that are found in an archive, to be read. */
public final class IndicatorList {
  private IndicatorList() {}

  public static void main(String[] args) {
    Path root = Path.of(args[0]);
    boolean all = args.length > 1;
    ContentTree tree = ContentTree.scan(root, root.resolve("content"), new Diagnostics());
    for (UnitSource unit : tree.units()) {
      List<Observation> observations = new ArrayList<>();
      for (UnitSource.ReportFile file : unit.reports()) {
        observations.addAll(
            Observations.in(file.id(), Outliner.outline(tree.read(file).report()).outline()));
      }
      System.out.println("== " + unit.info().name());
      if (all) {
        for (Observation o : observations) {
          System.out.printf(
              "%d %s %s%s | %s | %s %s | %s%n",
              o.year(), o.side(), o.mention().sense(), o.mention().yearly() ? "" : " PART",
              o.mention().subject() + (o.mention().origin() == annals.figures.Mention.Origin.CLAUSE ? "" : " <" + o.mention().origin()), o.written(), o.mention().total() ? "T" : "", o.sentence().text());
        }
      }
      for (Series series : SeriesFinder.find(observations, java.util.List.of())) {
        System.out.println(series.reached() + "/" + series.planned() + " " + series.name() + " [" + series.measure() + (series.change() ? " change" : "") + "]");
        for (Series.Point p : series.points()) {
          System.out.println(
              "   " + p.year() + "  计划 " + p.planned().map(r -> r.written() + " {" + r.mention().subject() + "}").orElse("—")
                  + "  实际 " + p.reached().map(r -> r.written() + " {" + r.mention().subject() + "}").orElse("—"));
        }
      }
    }
  }
}
