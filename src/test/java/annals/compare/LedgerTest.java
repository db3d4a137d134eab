package annals.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.figures.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerTest {
  @Test
  void aNumberThatWasPlannedStandsBesideTheOneReached() {
    assertEquals(List.of("8个 → 9个"), figures("举办临时展览8个。", "全年推出临时展览9个。"));
    assertEquals(
        List.of("305件以内 → 301件", "不超过50次 → 47次"),
        figures("全年印发文件控制在305件以内，全县性会议不超过50次。", "印发文件301件，全县性会议47次。"));
  }

  @Test
  void theOnlyNumberOfItsMeasureAnswersWhereThePlanHasAWordForIt() {
    assertEquals(List.of("4次 → 5次"), figures("举办“读者恳谈会”4次。", "与读者面对面恳谈5次，收集建议77条。"));
    assertEquals(List.of("2500页 → 3120页"), figures("恢复修裱室，全年修复2500页。", "修裱室4月开工，全年修裱3120页。"));
  }

  @Test
  void aNumberOfSomethingElseAnswersNothing() {
    assertEquals(List.of("4次 → "), figures("举办“读者恳谈会”4次。", "读者恳谈安排在周末，投影仪检修5次。"));
    assertEquals(List.of("4个 → "), figures("完成4个村服务点标准化建设。", "村服务点陆续完成改造，达标点增至10个。"));
    assertEquals(List.of("50% → "), figures("建议提案解决率提高到50%。", "建议提案办理认真，满意率97%。"));
  }

  @Test
  void whatIsToBeAddedIsNotAnsweredByAllThereIs() {
    assertEquals(List.of("2人 → "), figures("为编目科再补2人。", "编目科在岗人员还是5名。"));
  }

  @Test
  void aNumberAboutAsLargeAnswersWhateverItIsCalled() {
    assertEquals(List.of("280户 → 291户"), figures("改造农村户厕280户，建立红黑榜。", "新增水冲式厕所291户，红黑榜立了起来。"));
    assertEquals(
        List.of("8名 → 9人", "3名 → 3人"),
        figures("引进硕士研究生8名、副高以上职称人员3名。", "录用硕士9人，引进副主任医师以上人才3人，进修22人。"));
    assertEquals(List.of("96套 → 96套"), figures("建成教师周转宿舍96套。", "过渡住房96套全部分配，另有18套在修。"));
    assertEquals(List.of("10% → 11.2%"), figures("压减一般性支出10%。", "机关运转支出少花11.2%。"));
  }

  @Test
  void aNumberThatIsFartherOrOneOfSeveralOrCountsALossAnswersNothing() {
    assertEquals(List.of("2000件 → "), figures("征集老票据、老账本2000件。", "茶事史料汇编收录文献2860件。"));
    assertEquals(List.of("不低于900万人 → "), figures("城镇新增就业不低于900万人。", "平均每年新就业1000万人、农村转移800万人。"));
    assertEquals(List.of("20名 → "), figures("引进副高以上人才20名。", "签约后20人中途放弃，人才仍然紧缺。"));
    assertEquals(List.of("100万元 → "), figures("投入100万元支持竹编。", "河道整治投入95万元。"));
    assertEquals(List.of("10% → "), figures("一般性支出压减10%。", "机关运转少花11.2%，接待少花9.8%。"));
  }

  @Test
  void amongProblemsAllThereIsAnswersNothingThatWasToBeAdded() {
    assertEquals(List.of("5个 → "), figures("新建乡镇分馆5个。", "全年无事。\n\n## 二、存在问题\n\n18个乡镇分馆少有人去。"));
  }

  private static List<String> figures(String planned, String told) {
    String plan = "# 县图书馆2022年工作总结和2023年工作计划\n\n## 一、2022年工作总结\n\n略。\n\n## 二、2023年工作计划\n\n";
    String account = "# 县图书馆2023年工作总结和2024年工作计划\n\n## 一、2023年工作总结\n\n";
    FollowUp followUp =
        FollowUps.of(
            2023,
            Optional.of(Reports.told(plan + planned + "\n")),
            Optional.of(Reports.told(account + told + "\n")),
            (items, sentences) -> {
              double[][] scores = new double[items.size()][sentences.size()];
              for (double[] row : scores) {
                java.util.Arrays.fill(row, 0.9);
              }
              return scores;
            });
    List<String> figures = new ArrayList<>();
    for (Ledger.Row row : Ledger.of(followUp).rows()) {
      for (Ledger.Figure figure : row.figures()) {
        String reached =
            figure.reached().map(r -> written(r.mention(), r.outcome().ref().text())).orElse("");
        figures.add(written(figure.planned(), row.plan().text()) + " → " + reached);
      }
    }
    return figures;
  }

  private static String written(Mention mention, String text) {
    return mention.written().of(text);
  }
}
