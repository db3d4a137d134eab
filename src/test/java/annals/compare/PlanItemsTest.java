package annals.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanItemsTest {
  private static final String PLAN =
      """
      # 县水务局2022年工作总结和2023年工作计划

      ## 一、2022年工作总结

      全年清淤河道18公里。

      ## 二、2023年工作计划

      2023年，我们将以习近平新时代中国特色社会主义思想为指导，重点做好以下工作。

      ### （一）加强河道治理。

      一是清淤河道20公里。二是修订《河道巡查办法》。

      ### （二）完成三座泵站的自动化改造。
      """;

  @Test
  void everySentenceOfThePlanIsAnItemAndNothingElseIs() {
    assertEquals(
        List.of(
            "2023年，我们将以习近平新时代中国特色社会主义思想为指导，重点做好以下工作。",
            "（一）加强河道治理。",
            "一是清淤河道20公里。",
            "二是修订《河道巡查办法》。",
            "（二）完成三座泵站的自动化改造。"),
        items(PLAN).stream().map(PlanItem::text).toList());
  }

  @Test
  void aHeadingOverABodyIsAStatementAndOneThatIsAllMayBeACommitment() {
    assertEquals(
        List.of("statement", "statement", "commitment", "commitment", "commitment"),
        items(PLAN).stream().map(item -> item.kind().word()).toList());
  }

  @Test
  void aReportHasNoItemsForAYearItDoesNotPlan() {
    assertEquals(List.of(), PlanItems.of(Reports.outline(PLAN), 2022));
    assertEquals(List.of(), PlanItems.of(Reports.outline(PLAN), 2024));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"年内建成城北净水厂。", "新增供水管网12公里，老旧管网改造30公里。", "推行河长巡河打卡制度，每月通报一次。", "与邻县签订《跨界河流联防协议》。"})
  void whatCouldBeReportedOnIsACommitment(String sentence) {
    assertEquals(PlanItem.Kind.COMMITMENT, CommitmentRule.kind(sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "水是生命之源，全局上下必须始终绷紧安全这根弦。",
        "我们要以更加饱满的热情，奋力谱写水务事业新篇章。",
        "坚持以人民为中心，凝心聚力，攻坚克难。",
        "2023年，我局将坚持稳中求进工作总基调，重点做好四项工作。"
      })
  void slogansAndLeadsAreStatements(String sentence) {
    assertEquals(PlanItem.Kind.STATEMENT, CommitmentRule.kind(sentence));
  }

  @Test
  void idsStayWhenSentencesAndNumbersAreAddedBefore() {
    List<String> before = items(PLAN).stream().map(PlanItem::id).toList();
    List<String> after =
        items(PLAN.replace("一是清淤河道20公里。二是修订", "一是新建公厕一座。二是清淤河道20公里。三是修订")).stream()
            .map(PlanItem::id)
            .toList();
    assertTrue(after.containsAll(before));
    assertEquals(before.size() + 1, after.size());
  }

  @Test
  void idsDoNotDependOnWidthOrSpacing() {
    assertEquals(items(PLAN).get(2).id(), items(PLAN.replace("河道20公里。", "河道２０ 公里。")).get(2).id());
  }

  @Test
  void theSameSentenceTwiceGetsTwoIds() {
    List<PlanItem> items = items(PLAN.replace("二是修订《河道巡查办法》。", "二是清淤河道20公里。"));
    assertEquals(items.get(2).id() + "-2", items.get(3).id());
    assertEquals(items.size(), items.stream().map(PlanItem::id).collect(Collectors.toSet()).size());
    assertTrue(items.get(2).id().matches("i[0-9a-f]{8}"));
  }

  @Test
  void theSameSentenceUnderTwoHeadingsDoesNotChangeIdsWhenTheSectionsChangePlaces() {
    String first = "### （一）城区。\n\n改造泵站2座。\n\n";
    String second = "### （二）乡镇。\n\n改造泵站2座。\n\n";
    Map<String, String> before = idsByHeading(first + second);
    Map<String, String> after =
        idsByHeading(second.replace("（二）", "（一）") + first.replace("（一）", "（二）"));
    assertEquals(2, Set.copyOf(before.values()).size());
    assertEquals(before, after);
  }

  @Test
  void idsStayWhenOtherSentencesAreEditedMovedOrTakenOut() {
    List<String> sentences =
        List.of("清淤河道20公里。", "修订《河道巡查办法》。", "改造泵站2座。", "招聘巡河员15名。", "清淤河道20公里。");
    Set<String> ids = ids(sentences);
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      List<String> changed = new ArrayList<>(sentences);
      Collections.shuffle(changed, random);
      changed.add(random.nextInt(changed.size()), "新增第" + round + "处监测点位。");
      assertTrue(ids(changed).containsAll(ids), changed::toString);
      changed.removeIf(sentence -> sentence.startsWith("修订"));
      Set<String> left = ids(changed);
      assertEquals(ids.size() - 1, ids.stream().filter(left::contains).count());
    }
  }

  private static Set<String> ids(List<String> sentences) {
    return items(planOf("### （一）城区。\n\n" + String.join("", sentences))).stream()
        .filter(item -> !item.ref().isHeading())
        .map(PlanItem::id)
        .collect(Collectors.toSet());
  }

  private static Map<String, String> idsByHeading(String sections) {
    return items(planOf(sections)).stream()
        .filter(item -> item.text().startsWith("改造"))
        .collect(Collectors.toMap(item -> item.ref().section().heading(), item -> item.id()));
  }

  private static String planOf(String sections) {
    return "# 县水务局2022年工作总结和2023年工作计划\n\n## 二、2023年工作计划\n\n" + sections;
  }

  private static List<PlanItem> items(String report) {
    return PlanItems.of(Reports.outline(report), 2023);
  }
}
