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
import java.util.List;
import java.util.Optional;

/**
 * Prints the indicators through the years that are found in an archive, each number with the words
 * by which it was put there, to be read by a person. Argument: the folder with {@code annals.yaml}.
 */
public final class IndicatorList {
  private IndicatorList() {}

  public static void main(String[] args) {
    Path root = Path.of(args[0]);
    ContentTree tree = ContentTree.scan(root, root.resolve("content"), new Diagnostics());
    tree.units().forEach(unit -> print(tree, unit));
  }

  private static void print(ContentTree tree, UnitSource unit) {
    List<Observation> observations =
        unit.reports().stream()
            .flatMap(
                file ->
                    Observations.in(
                        file.id(), Outliner.outline(tree.read(file).report()).outline())
                        .stream())
            .toList();
    System.out.println("== " + unit.info().name());
    for (Series series : SeriesFinder.find(observations, unit.info().indicators())) {
      System.out.printf(
          "%s%s: %d reached, %d planned%n",
          series.name(), series.change() ? " (change)" : "", series.reached(), series.planned());
      for (Series.Point point : series.points()) {
        System.out.printf(
            "  %d  planned %s  reached %s%n",
            point.year(), words(point.planned()), words(point.reached()));
      }
    }
  }

  private static String words(Optional<Observation> observation) {
    return observation.map(o -> o.written() + " {" + o.mention().subject() + "}").orElse("–");
  }
}
