package annals.build;

import annals.compare.CommonText;
import annals.compare.FollowUps.Told;
import annals.compare.TextSurvey;
import annals.report.ReportId;
import annals.source.ContentTree;
import annals.source.UnitSource;
import annals.topic.TopicSurvey;
import annals.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The texts of the whole archive as seen from a family that is being built: what all of them have
 * in common, and any single one of them. Safe for several threads.
 */
final class ArchiveTexts {
  private final CommonText common;
  private final Topics topics;
  private final FamilyReader reader;
  private final Map<ReportId, UnitSource.ReportFile> files = new HashMap<>();

  private ArchiveTexts(
      CommonText common, Topics topics, FamilyReader reader, List<List<UnitSource>> families) {
    this.common = common;
    this.topics = topics;
    this.reader = reader;
    for (List<UnitSource> family : families) {
      family.forEach(unit -> unit.reports().forEach(file -> files.put(file.id(), file)));
    }
  }

  /**
   * Goes over all texts once.
   *
   * @param named the topics that the site names itself
   */
  static ArchiveTexts survey(
      ContentTree tree,
      List<List<UnitSource>> families,
      FamilyReader reader,
      Workers workers,
      StageClock clock,
      List<Topics.Named> named)
      throws InterruptedException {
    TextSurvey survey = new TextSurvey(families.size());
    TopicSurvey headings = new TopicSurvey();
    workers.map(
        IntStream.range(0, families.size()).boxed().toList(),
        number -> {
          List<TextSurvey.Text> texts = texts(tree, families.get(number));
          survey.add(number, texts);
          texts.forEach(text -> headings.add(number, text.report().year(), text.text()));
          clock.step();
          return true;
        });
    return new ArchiveTexts(survey.finish(), headings.finish(named), reader, families);
  }

  private static List<TextSurvey.Text> texts(ContentTree tree, List<UnitSource> family) {
    List<TextSurvey.Text> texts = new ArrayList<>();
    for (UnitSource unit : family) {
      unit.reports().forEach(file -> texts.add(new TextSurvey.Text(file.id(), tree.body(file))));
    }
    return texts;
  }

  CommonText common() {
    return common;
  }

  Topics topics() {
    return topics;
  }

  Optional<Told> report(ReportId id) {
    return Optional.ofNullable(files.get(id)).map(reader::outline);
  }
}
