package annals.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.markdown.MarkdownReader;
import annals.outline.Outline;
import annals.outline.Outliner;
import annals.report.NamedIndicator;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SeriesFinderTest {
  private final List<Observation> observations = new ArrayList<>();

  @Test
  void whatWasPlannedStandsBesideWhatWasReachedInTheYearPlanned() {
    report(2021, "印发文件342件。", "全年文件控制在310件以内。");
    report(2022, "印发文件318件。", "发文不超过305件。");
    assertEquals(List.of("印发文件: 2021 —/342件, 2022 310件以内/318件, 2023 不超过305件/—"), found());
  }

  @Test
  void theSameThingUnderSlightlyOtherWordsIsOneSeries() {
    report(2020, "县长信箱收到来信612件。", "");
    report(2021, "县长信箱收到来信731件。", "");
    report(2022, "县长信箱来信958件。", "");
    report(2023, "修补坑槽2.1万平方米，收到来信973件。", "");
    report(2024, "坑槽修补19800平方米，收到来信1003件。", "");
    assertEquals(
        List.of(
            "县长信箱收到来信: 2020 —/612件, 2021 —/731件, 2022 —/958件, 2023 —/973件, 2024 —/1003件",
            "修补坑槽: 2023 —/2.1万平方米, 2024 —/19800平方米"),
        found().stream().map(line -> line.replace("坑槽修补:", "修补坑槽:")).toList());
  }

  @Test
  void namesThatFitTwoThingsJoinNeither() {
    report(2022, "全县性会议61次，专题会议58次。", "");
    report(2023, "全县性会议47次，专题会议52次。", "");
    report(2024, "会议50次。", "");
    assertEquals(List.of("全县性会议: 2022 —/61次, 2023 —/47次", "专题会议: 2022 —/58次, 2023 —/52次"), found());
  }

  @Test
  void numbersOfAnotherSizeAreAnotherThing() {
    report(2022, "接诊发热患者4260人次。", "");
    report(2023, "接诊184600人次。", "");
    assertEquals(List.of(), found());
  }

  @Test
  void aMaskedNumberIsAGapAndNeverZero() {
    report(2021, "办件21.6万件。", "");
    report(2022, "办件xx.x万件。", "");
    report(2023, "办件25.3万件。", "");
    assertEquals(List.of("办件: 2021 —/21.6万件, 2022 —/xx.x万件, 2023 —/25.3万件"), found());
    Series series = SeriesFinder.find(observations, List.of()).getFirst();
    assertTrue(series.points().get(1).reached().orElseThrow().value().isEmpty());
    assertEquals(2, series.reached());
  }

  @Test
  void masksAloneAreNoSeries() {
    report(2021, "办件xx件。", "");
    report(2022, "办件x件。", "");
    assertEquals(List.of(), found());
  }

  @Test
  void aChangeIsNotTheValueAndARateOfGrowthIsASeriesOfItsOwn() {
    report(2021, "国内生产总值63.6万亿元，比上年多5万亿元，国内生产总值增长7.4%。", "国内生产总值增长7%左右。");
    report(2022, "国内生产总值68.9万亿元，国内生产总值增长6.9%。", "");
    assertEquals(
        List.of("国内生产总值~: 2021 —/7.4%, 2022 7%左右/6.9%", "国内生产总值: 2021 —/63.6万亿元, 2022 —/68.9万亿元"),
        found());
  }

  @Test
  void sumsOfSeveralYearsAndPartsOfAYearAreNoYearsNumber() {
    report(2021, "上半年受理来电1430件。五年来办理建议4100件。", "");
    report(2022, "受理来电3127件，办理建议83件。", "");
    report(2023, "每月受理来电260件。", "");
    assertEquals(List.of(), found());
  }

  @Test
  void hotlinesAndSetPhrasesAreNoIndicators() {
    for (int year = 2021; year <= 2023; year++) {
      report(year, "拨打12345热线，落实“12334”机制、三会一课、“五个一”、一岗双责、“八五”普法、五项原则，召开第3次会议。", "");
    }
    assertEquals(List.of(), found());
  }

  @Test
  void aYearWithSeveralNumbersIsLeftOutUnlessOneIsTheWholeYears() {
    report(2021, "处理投诉27件。又处理投诉3件。", "");
    report(2022, "处理投诉21件。处理投诉4件，全年处理投诉40件。", "");
    report(2023, "处理投诉18件。", "");
    assertEquals(List.of("处理投诉: 2022 —/40件, 2023 —/18件"), found());
  }

  @Test
  void oneYearAloneIsNoSeries() {
    report(2021, "印发文件342件。", "");
    assertEquals(List.of(), found());
  }

  @Test
  void peopleTieTogetherWhatProgramsCannot() {
    report(2021, "回访满意率90.4%。", "");
    report(2022, "群众说好的占比92%。", "");
    assertEquals(List.of(), found());
    NamedIndicator named = new NamedIndicator("群众满意度", "%", List.of("满意率", "说好"), false, false);
    assertEquals(List.of("群众满意度: 2021 —/90.4%, 2022 —/92%"), found(named));
  }

  @Test
  void peopleKeepASeriesFromThePages() {
    report(2021, "印发文件342件。", "");
    report(2022, "印发文件318件。", "");
    assertEquals(1, found().size());
    assertEquals(List.of(), found(new NamedIndicator("发文", "件", List.of("文件"), false, true)));
  }

  @Test
  void theOrderOfReportsDoesNotMatter() {
    report(2021, "印发文件342件，全县性会议61次，专题会议58次，会议90场。", "文件控制在310件以内。");
    report(2022, "文件318件，全县性会议49次，会议80次。", "发文305件以内，会议40次以内。");
    report(2023, "文件301件，会议47次。", "");
    List<String> forwards = found();
    java.util.Collections.reverse(observations);
    assertEquals(forwards.stream().sorted().toList(), found().stream().sorted().toList());
  }

  private void report(int year, String summary, String plan) {
    String markdown =
        "---\ntitle: 县图书馆%d年工作总结和%d年工作计划\nyear: %d\nkind: work\n---\n\n## 一、%d年工作总结\n\n%s\n\n## 二、%d年工作计划\n\n%s\n"
            .formatted(year, year + 1, year, year, summary, year + 1, plan);
    Outline outline =
        Outliner.outline(new MarkdownReader().read(year + ".md", markdown).report()).outline();
    observations.addAll(Observations.in(new ReportId("guan", year, "work"), outline));
  }

  private List<String> found(NamedIndicator... named) {
    return SeriesFinder.find(observations, List.of(named)).stream()
        .map(SeriesFinderTest::written)
        .toList();
  }

  private static String written(Series series) {
    return series.name()
        + (series.change() ? "~" : "")
        + ": "
        + series.points().stream()
            .map(
                point ->
                    point.year()
                        + " "
                        + point.planned().map(Observation::written).orElse("—")
                        + "/"
                        + point.reached().map(Observation::written).orElse("—"))
            .collect(Collectors.joining(", "));
  }
}
