package annals.build;

import annals.archive.UnitArchive;
import annals.archive.UnitArchives;
import annals.compare.FollowUp;
import annals.compare.Rulings;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.report.UnitInfo;
import annals.ruling.RulingsFile;
import annals.source.ContentTree;
import annals.source.UnitSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One follow-up of the archive with the file of rulings it is kept in.
 *
 * @param file the unit's rulings, also those on other years
 * @param path where the file lies or would lie
 */
public record UnitLedger(FollowUp followUp, RulingsFile file, Path path) {

  /**
   * The follow-up of a unit's plan.
   *
   * @param unit its name, folder or slug
   * @param year the year planned
   * @param kind empty for the ordinary report
   * @param similarities what the plan and the account are compared by
   * @return empty if there is no such unit or plan
   */
  public static Optional<UnitLedger> of(
      SiteConfig config,
      String unit,
      int year,
      String kind,
      Similarities similarities,
      Diagnostics diagnostics) {
    ContentTree tree = ContentTree.scan(config.root(), config.content(), diagnostics);
    return Families.of(tree.units()).stream()
        .filter(family -> family.stream().anyMatch(member -> isCalled(member.info(), unit)))
        .findFirst()
        .flatMap(
            family -> {
              List<UnitArchives.Member> members =
                  new FamilyReader(tree, config.lints(false, diagnostics), diagnostics)
                      .read(family)
                      .members();
              return UnitArchives.of(members, similarities::over).stream()
                  .filter(archive -> isCalled(archive.unit(), unit))
                  .findFirst()
                  .flatMap(archive -> planned(archive, year, kind))
                  .map(
                      followUp ->
                          new UnitLedger(
                              followUp,
                              file(tree, family, unit),
                              config
                                  .content()
                                  .resolve(folder(family, unit))
                                  .resolve(RulingsFile.NAME)));
            });
  }

  private static boolean isCalled(UnitInfo unit, String name) {
    return unit.name().equals(name) || unit.folder().equals(name) || unit.slug().equals(name);
  }

  private static Optional<FollowUp> planned(UnitArchive archive, int year, String kind) {
    return archive.followUps().stream()
        .filter(followUp -> followUp.targetYear() == year)
        .filter(
            followUp ->
                followUp
                    .plan()
                    .filter(id -> id.unit().equals(archive.unit().slug()))
                    .filter(id -> Rulings.isKind(kind, id.kind()))
                    .isPresent())
        .findFirst();
  }

  private static UnitSource source(List<UnitSource> family, String unit) {
    return family.stream().filter(u -> isCalled(u.info(), unit)).findFirst().orElseThrow();
  }

  private static String folder(List<UnitSource> family, String unit) {
    return source(family, unit).info().folder();
  }

  private static RulingsFile file(ContentTree tree, List<UnitSource> family, String unit) {
    List<Diagnostic> reportedBefore = new ArrayList<>();
    return source(family, unit)
        .rulings()
        .map(file -> RulingsFile.read(file.path(), tree.read(file), reportedBefore))
        .orElse(RulingsFile.EMPTY);
  }
}
