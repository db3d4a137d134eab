package annals.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.compare.YearComparison.Change;
import annals.compare.YearComparison.PassagePair;
import annals.compare.YearComparison.Run;
import annals.compare.YearComparison.SectionPair;
import annals.outline.Outline;
import annals.outline.Passage;
import annals.outline.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class YearComparisonsTest {
  private static final String OLDER =
      """
      # 县林场2022年工作总结和2023年工作计划

      全场职工团结一心。

      ## 一、2022年工作总结

      ### （一）造林绿化

      完成人工造林1200亩，栽植油茶8万株。

      ### （二）森林防火

      新建防火隔离带15公里，组织扑火演练4次。

      ### （三）职工培训

      举办无人机巡护培训班2期。

      ## 二、2023年工作计划

      建设林下药材基地300亩。
      """;

  private static final String NEWER =
      """
      # 县林场2023年工作总结和2024年工作计划

      全场职工团结一心。

      ## 一、2023年主要工作

      ### （一）森林防灭火

      新建防火隔离带22公里，组织扑火演练5次。

      ### （二）造林绿化

      完成人工造林1200亩，栽植油茶8万株。

      ### （三）林下经济

      种植黄精、白及等药材320亩。

      ## 二、2024年工作打算

      建设林下药材基地500亩。
      """;

  private final YearComparison comparison =
      YearComparisons.of(Reports.told(OLDER), Reports.told(NEWER));

  @Test
  void partsAreAlignedByRoleThoughTheirHeadingsDiffer() {
    SectionPair summary = row("2023年主要工作");
    assertEquals("2022年工作总结", summary.older().orElseThrow().heading());
    assertEquals(Change.CHANGED, summary.heading().change());
    assertEquals("2023年工作计划", row("2024年工作打算").older().orElseThrow().heading());
  }

  @Test
  void renamedAndReorderedSectionsAreFound() {
    SectionPair fire = row("森林防灭火");
    assertEquals("森林防火", fire.older().orElseThrow().heading());
    assertEquals(Change.CHANGED, fire.change());
    SectionPair trees = row("造林绿化");
    assertEquals(Change.SAME, trees.change());
    assertTrue(fire.moved() ^ trees.moved());
  }

  @Test
  void droppedAndNewSectionsStandAlone() {
    SectionPair dropped =
        comparison.rows().stream().filter(r -> r.newer().isEmpty()).findFirst().orElseThrow();
    assertEquals("职工培训", dropped.older().orElseThrow().heading());
    assertEquals(Change.REMOVED, dropped.change());
    assertEquals(Change.REMOVED, dropped.passages().getFirst().change());
    assertEquals(Change.ADDED, row("林下经济").change());
    assertEquals(Optional.empty(), row("林下经济").older());
  }

  @Test
  void aDroppedSectionStandsWhereItStood() {
    List<String> order =
        comparison.rows().stream()
            .map(row -> row.newer().or(row::older).orElseThrow().heading())
            .toList();
    assertEquals(List.of("2023年主要工作", "森林防灭火", "职工培训", "造林绿化", "林下经济", "2024年工作打算"), order);
  }

  @Test
  void changedFiguresAreMarkedWhole() {
    PassagePair passage = row("森林防灭火").passages().getFirst();
    assertEquals(
        List.of("15", "4"),
        passage.olderRuns().stream().filter(Run::changed).map(Run::text).toList());
  }

  @Test
  void theLeadIsComparedToo() {
    assertEquals(Change.SAME, comparison.lead().getFirst().change());
  }

  @Test
  void aReportAgainstItselfHasNoChange() {
    YearComparison same = YearComparisons.of(Reports.told(OLDER), Reports.told(OLDER));
    assertTrue(same.rows().stream().allMatch(row -> row.change() == Change.SAME && !row.moved()));
  }

  @Test
  void emptyReportsCompareToNothing() {
    String empty = "# 县林场2022年工作总结\n";
    assertEquals(List.of(), YearComparisons.of(Reports.told(empty), Reports.told(empty)).rows());
    YearComparison added = YearComparisons.of(Reports.told(empty), Reports.told(OLDER));
    assertTrue(added.rows().stream().allMatch(row -> row.change() == Change.ADDED));
    YearComparison removed = YearComparisons.of(Reports.told(OLDER), Reports.told(empty));
    assertTrue(removed.rows().stream().allMatch(row -> row.change() == Change.REMOVED));
  }

  private static final String REGROUPED =
      """
      # 县林场2023年工作总结和2024年工作计划

      ## 一、2023年主要工作

      ### （一）护林营林

      新建防火隔离带22公里，组织扑火演练5次。全场架设监控探头18个。

      完成人工造林1500亩，栽植油茶9万株。

      ### （二）能力建设

      举办无人机巡护培训班4期。

      ## 二、2024年工作打算

      建设林下药材基地500亩。
      """;

  @Test
  void aPassageStandsBesideItsCounterpartWhereverThatStood() {
    YearComparison regrouped = YearComparisons.of(Reports.told(OLDER), Reports.told(REGROUPED));
    List<PassagePair> passages = row(regrouped, "护林营林").passages();
    assertEquals(
        List.of("新建防火隔离带15公里，组织扑火演练4次。", "完成人工造林1200亩，栽植油茶8万株。"),
        passages.stream().map(p -> BlockText.of(p.older().orElseThrow().block())).toList());
    assertEquals(
        List.of("1200", "8"),
        passages.getLast().olderRuns().stream().filter(Run::changed).map(Run::text).toList());
    Set<String> elsewhere =
        passages.stream()
            .flatMap(p -> p.olderSection().stream())
            .map(Section::heading)
            .collect(Collectors.toSet());
    String beside = row(regrouped, "护林营林").older().orElseThrow().heading();
    assertEquals(Set.of("造林绿化", "森林防火"), union(elsewhere, beside));
  }

  @Test
  void aSectionThatWentIntoAnotherIsNotCalledDropped() {
    YearComparison regrouped = YearComparisons.of(Reports.told(OLDER), Reports.told(REGROUPED));
    List<SectionPair> merged = regrouped.rows().stream().filter(SectionPair::isMerged).toList();
    assertEquals(1, merged.size());
    assertEquals("护林营林", merged.getFirst().wentTo().getFirst().heading());
    assertEquals(List.of(), merged.getFirst().passages());
  }

  private static Set<String> union(Set<String> some, String one) {
    Set<String> all = new TreeSet<>(some);
    all.add(one);
    return all;
  }

  @Test
  void everySectionAndPassageOfBothReportsStandsInTheComparisonOnceAndWhole() {
    Random random = new Random(9);
    for (int round = 0; round < 60; round++) {
      String older = report(random, 2022);
      String newer = report(random, 2023);
      FollowUps.Told a = Reports.told(older);
      FollowUps.Told b = Reports.told(newer);
      YearComparison made = YearComparisons.of(a, b);
      assertEquals(
          sorted(a.outline().walk()),
          sorted(made.rows().stream().flatMap(r -> r.older().stream())));
      assertEquals(
          b.outline().walk().toList(),
          made.rows().stream().flatMap(r -> r.newer().stream()).toList());
      assertEquals(sortedTexts(a.outline()), sortedRuns(made, PassagePair::olderRuns));
      assertEquals(sortedTexts(b.outline()), sortedRuns(made, PassagePair::newerRuns));
    }
  }

  @Test
  void aBodyOfVeryManyPassagesIsAlignedByTheEqualOnes() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 1100; i++) {
      body.append("巡护第").append(i).append("号林班。\n\n");
    }
    String older = "# 县林场2022年工作总结\n\n## 一、2022年工作总结\n\n" + body;
    YearComparison made =
        YearComparisons.of(Reports.told(older), Reports.told(older.replace("巡护第7号林班。\n\n", "")));
    List<PassagePair> passages = made.rows().getFirst().passages();
    assertEquals(1, passages.stream().filter(p -> p.change() == Change.REMOVED).count());
    assertFalse(passages.stream().anyMatch(p -> p.change() == Change.CHANGED));
  }

  private static List<Section> sorted(Stream<Section> sections) {
    return sections.sorted(java.util.Comparator.comparing(Section::anchor)).toList();
  }

  private static List<String> sortedTexts(Outline outline) {
    return Stream.concat(
            outline.lead().stream(), outline.walk().flatMap(section -> section.body().stream()))
        .map(Passage::block)
        .map(BlockText::of)
        .sorted()
        .toList();
  }

  private static List<String> sortedRuns(
      YearComparison comparison, java.util.function.Function<PassagePair, List<Run>> side) {
    return Stream.concat(
            comparison.lead().stream(),
            comparison.rows().stream().flatMap(row -> row.passages().stream()))
        .map(side)
        .filter(runs -> !runs.isEmpty())
        .map(runs -> runs.stream().map(Run::text).collect(Collectors.joining()))
        .sorted()
        .toList();
  }

  private static String report(Random random, int year) {
    List<String> matters =
        new ArrayList<>(List.of("造林绿化", "森林防火", "职工培训", "病虫害防治", "林下经济", "安全生产"));
    Collections.shuffle(matters, random);
    StringBuilder text = new StringBuilder("# 县林场" + year + "年工作总结\n\n");
    text.append("## 一、").append(year).append("年工作总结\n\n");
    String[] numbers = {"一", "二", "三", "四", "五", "六"};
    int count = random.nextInt(7);
    for (int i = 0; i < count; i++) {
      text.append("### （").append(numbers[i]).append("）").append(matters.get(i)).append("\n\n");
      for (int p = random.nextInt(4); p > 0; p--) {
        text.append(matters.get(i)).append("完成").append(random.nextInt(50)).append("项，");
        text.append(matters.get(random.nextInt(6))).append("有序推进。\n\n");
      }
    }
    return text.toString();
  }

  private SectionPair row(String newerHeading) {
    return row(comparison, newerHeading);
  }

  private static SectionPair row(YearComparison comparison, String newerHeading) {
    return comparison.rows().stream()
        .filter(row -> row.newer().filter(s -> s.heading().equals(newerHeading)).isPresent())
        .findFirst()
        .orElseThrow();
  }
}
