package annals.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.compare.FollowUps.Told;
import annals.compare.Repetition.Kind;
import annals.report.ReportId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepetitionsTest {
  private static final String OLDER =
      """
      # 云溪县文化馆2021年工作总结

      ## 一、2021年工作总结

      ### （一）送戏下乡

      全年组织送戏下乡86场，比上年增加9场，覆盖全部12个乡镇。排练厅的地板翻修一新，票友们自己动手刷了墙。

      ### （二）场馆开放

      春节期间不闭馆，每天接待观众四百多人，晚上增开一场民乐欣赏。

      ## 二、2022年工作计划

      筹建一间儿童剧场，把旧仓库的屋顶换成采光板。
      """;

  private static Told told(int year, String markdown) {
    return new Told(new ReportId("guan", year, "work"), Reports.outline(markdown));
  }

  private static Repetition compared(String newer) {
    return Repetitions.of(
        told(2022, newer), Optional.of(told(2021, OLDER)), List.of(), CommonText.NONE);
  }

  @Test
  void aReportThatOnlyChangesNumbersIsSeenAsTheSameText() {
    String newer =
        OLDER
            .replace("2022", "2023")
            .replace("2021", "2022")
            .replace("86", "91")
            .replace("12", "13");
    Repetition found = compared(newer);
    assertTrue(found.whole().beforePercent() >= 95, found.whole()::toString);
    assertEquals(1, found.whole().numbersOnly());
    String paragraph =
        newer.lines().filter(line -> line.startsWith("全年")).findFirst().orElseThrow();
    List<String> numbers =
        found.stretches().get(paragraph).stream()
            .filter(stretch -> stretch.kind() == Kind.NUMBER)
            .map(stretch -> stretch.span().of(paragraph))
            .toList();
    assertEquals(List.of("91", "13"), numbers);
  }

  @Test
  void aCopiedSectionIsFoundWhereverItStandsAndLeadsToItsSource() {
    Repetition found =
        compared(
            """
            # 云溪县文化馆2022年工作总结

            ## 一、2022年工作总结

            ### （一）少儿培训

            暑期班由两个增加到五个，新请的老师都是本县退休的音乐教师。

            ### （二）节日活动

            春节期间不闭馆，每天接待观众四百多人，晚上增开一场民乐欣赏。
            """);
    Repetition.OfSection copied = section(found, "s-1-2");
    assertEquals(100, copied.share().beforePercent());
    assertEquals("s-1-2", copied.before().orElseThrow().anchor());
    assertEquals(0, section(found, "s-1-1").share().before());
    assertEquals(0, found.whole().numbersOnly());
  }

  private static Repetition.OfSection section(Repetition found, String anchor) {
    return found.sections().stream()
        .filter(section -> section.anchor().equals(anchor))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void namesAndFixedTermsThatReturnAreNoRepetition() {
    Repetition found =
        compared(
            """
            # 云溪县文化馆2022年工作总结

            ## 一、2022年工作总结

            今年没有再组织送戏下乡，改为邀请群众进馆，儿童剧场已经开门。
            """);
    assertEquals(0, found.whole().before());
    assertTrue(found.stretches().isEmpty());
  }

  @Test
  void aFirstReportRepeatsNothing() {
    Repetition found =
        Repetitions.of(told(2021, OLDER), Optional.empty(), List.of(), CommonText.NONE);
    assertEquals(Optional.empty(), found.before());
    assertEquals(0, found.whole().before());
    assertTrue(found.whole().characters() > 80);
  }

  @Test
  void punctuationWidthAndSpacesDoNotHideACopy() {
    Repetition found =
        compared(
            """
            # 云溪县文化馆2022年工作总结

            ## 一、2022年工作总结

            春节期间 不闭馆；每天接待观众四百多人。晚上增开一场民乐欣赏
            """);
    assertEquals(100, found.whole().beforePercent());
  }
}
