package annals.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.compare.FollowUp.Item;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FollowUpsTest {
  private static final String PLAN =
      """
      # 县博物馆2022年工作总结和2023年工作计划

      ## 一、2022年工作总结

      接待观众4.2万人次，举办临展6个。

      ## 二、2023年工作计划

      （一）陈列展览。完成青铜器展厅改造，国庆前重新开放。举办临时展览8个。

      （二）文物保护。修复馆藏纸质文物60件，编制《文物预防性保护方案》。

      （三）社会教育。组织“博物馆进校园”活动30场。招募志愿讲解员20名。

      文物承载文明，全馆上下要始终保持敬畏之心。
      """;

  private static final String ACCOUNT =
      """
      # 县博物馆2023年工作总结和2024年工作计划

      ## 一、2023年工作总结

      （一）教育活动走出去。“博物馆进校园”活动走进34所学校，举办36场。在册志愿讲解员达到23名。

      （二）展览更新。青铜器展厅改造9月完工，国庆期间重新开放。全年推出临时展览9个。

      （三）安全管理。更换消防喷淋管道1200米，通过消防验收。

      ## 二、存在的问题

      纸质文物修复只完成35件，修复人员不足。

      ## 三、2024年工作计划

      举办临时展览10个。
      """;

  @Test
  void eachItemIsShownWhatBecameOfIt() {
    FollowUp followUp = followUp(2023, PLAN, ACCOUNT);
    assertEquals("青铜器展厅改造9月完工，国庆期间重新开放。", best(followUp, "青铜器展厅"));
    assertEquals("全年推出临时展览9个。", best(followUp, "临时展览8个"));
    assertEquals("“博物馆进校园”活动走进34所学校，举办36场。", best(followUp, "进校园"));
    assertEquals("在册志愿讲解员达到23名。", best(followUp, "志愿讲解员"));
  }

  @Test
  void whatTheProblemsAdmitIsAnOutcomeToo() {
    assertEquals("纸质文物修复只完成35件，修复人员不足。", best(followUp(2023, PLAN, ACCOUNT), "纸质文物"));
  }

  @Test
  void whatAnswersNoItemWasNotPlanned() {
    assertEquals(
        List.of("更换消防喷淋管道1200米，通过消防验收。"),
        followUp(2023, PLAN, ACCOUNT).unplanned().stream().map(SentenceRef::text).toList());
  }

  @Test
  void theNextPlanIsNoOutcome() {
    followUp(2023, PLAN, ACCOUNT).items().stream()
        .flatMap(item -> item.outcomes().stream())
        .forEach(
            outcome -> assertTrue(ACCOUNT.indexOf(outcome.ref().text()) < ACCOUNT.indexOf("三、")));
  }

  @Test
  void withoutALaterReportNothingIsSaid() {
    FollowUp followUp =
        FollowUps.of(2023, Optional.of(Reports.told(PLAN)), Optional.empty(), similarity(PLAN));
    assertTrue(followUp.items().stream().allMatch(i -> i.state() == State.NO_LATER_REPORT));
    assertTrue(followUp.items().stream().allMatch(i -> i.outcomes().isEmpty()));
    assertEquals(followUp.commitments(), followUp.count(State.NO_LATER_REPORT));
    assertEquals(List.of(), followUp.unplanned());
  }

  @Test
  void aSummaryOfAnotherYearIsNoAccountWhateverItsHeadingSays() {
    String lying = PLAN.replace("## 一、2022年工作总结", "## 一、2023年工作开展情况");
    FollowUp followUp = followUp(2023, lying, lying);
    assertEquals(Optional.empty(), followUp.account());
    assertTrue(followUp.items().stream().allMatch(i -> i.state() == State.NO_LATER_REPORT));
  }

  @Test
  void anAccountWithoutAPlanHasNoItemsAndNothingUnplanned() {
    FollowUp followUp =
        FollowUps.of(
            2023, Optional.empty(), Optional.of(Reports.told(ACCOUNT)), similarity(ACCOUNT));
    assertEquals(List.of(), followUp.items());
    assertEquals(List.of(), followUp.unplanned());
    assertTrue(followUp.account().isPresent());
  }

  @Test
  void nothingAtAllIsAnEmptyFollowUp() {
    FollowUp followUp = FollowUps.of(2023, Optional.empty(), Optional.empty(), similarity());
    assertEquals(List.of(), followUp.items());
  }

  @Test
  void statesFollowFromTheBestScore() {
    Similarity some = (plan, account) -> filled(plan.size(), account.size(), 0.3);
    Similarity none = (plan, account) -> new double[plan.size()][account.size()];
    assertTrue(states(some).allMatch(state -> state == State.PARTLY));
    assertTrue(states(none).allMatch(state -> state == State.NOT_FOUND));
    assertTrue(
        FollowUps.of(2023, told(PLAN), told(ACCOUNT), some).items().stream()
            .allMatch(item -> item.outcomes().size() == 4));
  }

  private static double[][] filled(int rows, int columns, double value) {
    double[][] scores = new double[rows][columns];
    for (double[] row : scores) {
      java.util.Arrays.fill(row, value);
    }
    return scores;
  }

  private static Stream<State> states(Similarity similarity) {
    return FollowUps.of(2023, told(PLAN), told(ACCOUNT), similarity).items().stream()
        .map(Item::state);
  }

  private static String best(FollowUp followUp, String item) {
    return followUp.items().stream()
        .filter(i -> i.item().text().contains(item))
        .flatMap(i -> i.outcomes().stream())
        .map(outcome -> outcome.ref().text())
        .findFirst()
        .orElse("");
  }

  private static FollowUp followUp(int year, String plan, String account) {
    return FollowUps.of(year, told(plan), told(account), similarity(plan, account));
  }

  private static Optional<FollowUps.Told> told(String report) {
    return Optional.of(Reports.told(report));
  }

  private static Similarity similarity(String... reports) {
    return new LexicalSimilarity(Vocabulary.of(Stream.of(reports).map(Reports::outline)));
  }
}
