package annals.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameSentenceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "一年来，在县委、县政府的坚强领导下，全站上下同心，较好完成了各项任务。",
        "在镇党委正确领导和县渡口局精心指导下，渡口工作稳步推进。",
        "2023年，面对汛情，在上级的集中统一领导下，我站守住了底线。"
      })
  void whoThanksTheLeadershipForAllReportsOnNothing(String sentence) {
    assertTrue(FrameSentence.is(sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"在县委的坚强领导下，老码头石阶修缮96米。", "在站长领导下开展巡查。", "加强领导，成绩保持在全县前列，事故率下降。", "船票价格在正确测算之下下调。"})
  void whoGivesANumberOrSpeaksOfSomethingElseDoes(String sentence) {
    assertFalse(FrameSentence.is(sentence));
  }

  @Test
  void itIsNeitherAnOutcomeNorSomethingDoneBesideThePlan() {
    String plan = "# 县渡口站2022年工作总结和2023年工作计划\n\n## 一、2022年工作总结\n\n略。\n\n## 二、2023年工作计划\n\n";
    String account = "# 县渡口站2023年工作总结\n\n## 一、2023年工作总结\n\n";
    String frame = "在县委的坚强领导下，渡口修缮、巡查、培训等各项任务全面完成。";
    FollowUp followUp =
        FollowUps.of(
            2023,
            Optional.of(Reports.told(plan + "完成渡口修缮、巡查、培训各项任务。\n")),
            Optional.of(Reports.told(account + frame + "渡口修缮已经完成。\n")),
            new LexicalSimilarity(Vocabulary.among(List.of(frame, "渡口修缮已经完成。").stream())));
    assertEquals(
        List.of("渡口修缮已经完成。"),
        followUp.items().getFirst().outcomes().stream().map(o -> o.ref().text()).toList());
    assertTrue(
        followUp.unplanned().stream().noneMatch(ref -> ref.text().equals(frame)), "not beside it");
  }
}
