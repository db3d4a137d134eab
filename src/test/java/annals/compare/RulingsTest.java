package annals.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.outline.Outline;
import annals.report.ReportId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulingsTest {
  private static final String PLAN =
      """
      # 县博物馆2022年工作总结和2023年工作计划

      ## 一、2022年工作总结

      举办临展6个。

      ## 二、2023年工作计划

      举办临时展览8个。修复馆藏纸质文物60件。招募志愿讲解员20名。凝心聚力，再创佳绩。
      """;

  private static final String ACCOUNT =
      """
      # 县博物馆2023年工作总结和2024年工作计划

      ## 一、2023年工作总结

      全年推出临时展览9个。更换消防喷淋管道1200米，通过消防验收。

      ## 二、存在的问题

      纸质文物修复只完成35件，修复人员不足。
      """;

  private final Outline account = Reports.outline(ACCOUNT);
  private final FollowUp compared =
      FollowUps.of(
          2023,
          Optional.of(Reports.told(PLAN)),
          Optional.of(Reports.told(ACCOUNT)),
          new LexicalSimilarity(Vocabulary.of(Stream.of(PLAN, ACCOUNT).map(Reports::outline))));

  private PlanItem item(String part) {
    return item(compared, part).item();
  }

  private static FollowUp.Item item(FollowUp followUp, String part) {
    return followUp.items().stream()
        .filter(item -> item.item().text().contains(part))
        .findFirst()
        .orElseThrow();
  }

  private SentenceRef told(String part) {
    return account
        .walk()
        .flatMap(s -> s.sentences().stream().map(sentence -> new SentenceRef(s, sentence)))
        .filter(ref -> ref.text().contains(part))
        .findFirst()
        .orElseThrow();
  }

  private static Ruling ruling(
      String id, String text, RuledState state, List<String> added, List<String> struck) {
    return new Ruling(
        new Ruling.Place("follow-up.csv", 2),
        2023,
        "",
        id,
        "二、2023年工作计划",
        text,
        Optional.ofNullable(state),
        "馆务会",
        "2024-01-05",
        "",
        added.stream().map(RulingsTest::link).toList(),
        struck.stream().map(RulingsTest::link).toList(),
        Ruling.Duties.NONE);
  }

  private static Ruling.OutcomeLink link(String anchor) {
    return new Ruling.OutcomeLink(2023, "", anchor);
  }

  private FollowUp apply(Ruling... rulings) {
    ReportId id = compared.account().orElseThrow();
    return Rulings.apply(
        compared,
        List.of(rulings),
        link ->
            account
                .walk()
                .flatMap(s -> s.sentences().stream().map(sentence -> new SentenceRef(s, sentence)))
                .filter(ref -> ref.anchor().equals(link.anchor()))
                .map(ref -> new Rulings.Found(id, List.of(ref)))
                .findFirst());
  }

  @Test
  void aRulingWinsOverWhatTheTextsShowAndBothAreKept() {
    PlanItem planned = item("临时展览");
    FollowUp ruled =
        apply(ruling(planned.id(), planned.text(), RuledState.ADJUSTED, List.of(), List.of()));
    FollowUp.Item item = item(ruled, "临时展览");
    assertEquals(RuledState.ADJUSTED, item.standing());
    assertEquals(State.FOUND, item.ruled().orElseThrow().machine());
    assertFalse(item.ruled().orElseThrow().stale());
    assertEquals(1, ruled.count(RuledState.ADJUSTED));
    assertEquals(compared.count(State.FOUND) - 1, ruled.count(State.FOUND));
    assertEquals(compared.commitments(), ruled.commitments());
  }

  @Test
  void anAddedSentenceIsAnOutcomeAndNoLongerUnplanned() {
    SentenceRef pipes = told("消防喷淋");
    FollowUp ruled =
        apply(ruling(item("志愿讲解员").id(), "", null, List.of(pipes.anchor()), List.of()));
    FollowUp.Item item = item(ruled, "志愿讲解员");
    assertEquals(State.FOUND, item.standing());
    assertEquals(pipes.text(), item.outcomes().getFirst().ref().text());
    assertTrue(item.outcomes().getFirst().added().isPresent());
    assertTrue(compared.unplanned().stream().anyMatch(u -> u.anchor().equals(pipes.anchor())));
    assertTrue(ruled.unplanned().stream().noneMatch(u -> u.anchor().equals(pipes.anchor())));
  }

  @Test
  void aStruckSentenceIsNoOutcomeAndBecomesUnplanned() {
    SentenceRef shows = told("临时展览9个");
    FollowUp ruled = apply(ruling(item("临时展览").id(), "", null, List.of(), List.of(shows.anchor())));
    assertEquals(List.of(), item(ruled, "临时展览").outcomes());
    assertEquals(State.NOT_FOUND, item(ruled, "临时展览").standing());
    assertTrue(ruled.unplanned().stream().anyMatch(u -> u.anchor().equals(shows.anchor())));
  }

  @Test
  void aRulingKeepsToAnItemWhoseWordsWereChangedAndIsStale() {
    FollowUp ruled = apply(ruling("i00000000", "举办临时展览5个。", RuledState.DONE, List.of(), List.of()));
    FollowUp.Item item = item(ruled, "临时展览");
    assertEquals(RuledState.DONE, item.standing());
    assertTrue(item.ruled().orElseThrow().stale());
    assertEquals(List.of(), ruled.homeless());
  }

  @Test
  void aRulingWhoseItemIsGoneIsListedAndNeverGivenToAnother() {
    FollowUp ruled =
        apply(ruling("i00000000", "新建地下停车场120个车位。", RuledState.DONE, List.of(), List.of()));
    assertEquals(1, ruled.homeless().size());
    assertTrue(ruled.items().stream().allMatch(item -> item.ruled().isEmpty()));
  }

  @Test
  void aSentenceThatPeopleRuleOnIsACommitment() {
    FollowUp ruled = apply(ruling(item("凝心聚力").id(), "", RuledState.DONE, List.of(), List.of()));
    assertEquals(compared.commitments() + 1, ruled.commitments());
  }

  @Test
  void theLedgerSetsFiguresSideBySideAndTakesAdmissionsApart() {
    List<Ledger.Row> rows = Ledger.of(compared).rows();
    assertEquals(List.of(1, 2, 3), rows.stream().map(Ledger.Row::number).toList());
    Ledger.Figure shows = rows.get(0).figures().getFirst();
    assertEquals("8", shows.planned().indicator().value().orElseThrow().toString());
    assertEquals(
        "9", shows.reached().orElseThrow().mention().indicator().value().orElseThrow().toString());
    assertEquals("纸质文物修复只完成35件，修复人员不足。", rows.get(1).admitted().getFirst().ref().text());
    assertTrue(rows.get(1).told().stream().noneMatch(o -> o.ref().text().contains("35件")));
  }

  @Test
  void valuesArePairedWithValuesAndChangesWithChanges() {
    FollowUp meetings =
        FollowUps.of(
            2023,
            Optional.of(Reports.told(PLAN.replace("举办临时展览8个", "文件压减10%以上，控制在305件以内，会议不超过50次"))),
            Optional.of(
                Reports.told(ACCOUNT.replace("全年推出临时展览9个", "印发文件301件，比上年少41件，下降12.0%；全县性会议47次"))),
            (plan, told) -> {
              double[][] scores = new double[plan.size()][told.size()];
              for (double[] row : scores) {
                java.util.Arrays.fill(row, 0.9);
              }
              return scores;
            });
    Ledger.Row row =
        Ledger.of(meetings).rows().stream()
            .filter(r -> r.plan().text().contains("305件"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of("10% 12.0%", "305件 301件", "50次 47次"),
        row.figures().stream()
            .map(
                figure ->
                    figure.planned().indicator().span().of(row.plan().text())
                        + figure
                            .reached()
                            .map(
                                r ->
                                    " "
                                        + r.mention()
                                            .indicator()
                                            .span()
                                            .of(r.outcome().ref().text()))
                            .orElse(""))
            .toList());
  }

  @Test
  void aMaskedFigureHasNoValue() {
    FollowUp masked =
        FollowUps.of(
            2023,
            Optional.of(Reports.told(PLAN.replace("展览8个", "展览xx个"))),
            Optional.empty(),
            (plan, told) -> new double[plan.size()][told.size()]);
    assertTrue(
        Ledger.of(masked).rows().getFirst().figures().getFirst().planned().indicator().masked());
  }
}
