package annals.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.compare.FollowUps.Told;
import annals.compare.Threads.Said;
import annals.compare.Threads.Thread;
import annals.outline.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  private static final String FIRST =
      """
      # 县林场2020年工作总结和2021年工作计划

      ## 一、2020年工作总结

      ### （一）造林绿化稳步推进

      完成人工造林1200亩，栽植油茶8万株。青石岭瞭望塔动工修建。

      ### （二）森林防火常抓不懈

      新建防火隔离带15公里，组织扑火演练4次。

      ## 二、存在的问题

      一是护林员队伍老化。平均年龄五十六岁，年轻人招不进来。二是松材线虫病疫木清理不及时。

      ## 三、2021年工作计划

      栽植油茶10万株。新建防火隔离带20公里。招聘年轻护林员6名，缓解队伍老化。
      """;

  private static final String SECOND =
      """
      # 县林场2021年工作总结和2022年工作计划

      ## 一、2021年工作总结

      ### （一）防灾能力再上台阶

      防火隔离带新建22公里，两次山火都堵在隔离带外。招聘护林员2名，仍有4个岗位无人报考。

      ### （二）产业绿化并重

      栽植油茶11万株，首批油茶林挂果。

      ## 二、存在的问题

      一是护林员队伍老化没有改变，平均年龄五十七岁。二是林区道路窄，运输车进不去。

      ## 三、2022年工作计划

      油茶林抚育6000亩。防火隔离带维护80公里。争取编制，招聘护林员4名。
      """;

  private static final String FOURTH =
      """
      # 县林场2023年工作总结和2024年工作计划

      ## 一、2023年工作总结

      油茶林抚育9000亩，茶籽产量翻番。防火隔离带全部维护一遍，新建8公里。青石岭瞭望塔装上摄像机。

      ## 二、2024年工作计划

      油茶加工厂建成投产。
      """;

  private final Threads threads = of(FIRST, SECOND, FOURTH);

  private static Threads of(String... reports) {
    List<Told> told = Stream.of(reports).map(Reports::told).toList();
    return Threads.of(told, Vocabulary.of(told.stream().map(Told::outline)));
  }

  private Thread thread(String name) {
    return threads.all().stream()
        .filter(thread -> thread.name().contains(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(threads.all().stream().map(Thread::name).toList()));
  }

  @Test
  void aMatterIsFollowedThoughItsSectionIsRenamedMovedAndMerged() {
    Thread camellia = thread("栽植油茶");
    assertEquals(List.of(2020, 2021, 2021), camellia.mentions().stream().map(Said::year).toList());
    assertEquals(
        List.of(Role.SUMMARY, Role.PLAN, Role.SUMMARY),
        camellia.mentions().stream().map(Said::role).toList());
  }

  @Test
  void aYearWithoutReportDoesNotBreakIt() {
    assertEquals(1, thread("防火隔离带").in(2023, Role.SUMMARY).size());
    assertEquals(0, thread("防火隔离带").in(2022, Role.SUMMARY).size());
    assertEquals(1, thread("防火隔离带").in(2022, Role.PLAN).size());
  }

  @Test
  void aPointOfTheProblemsIsOneMentionWithAllItsSentences() {
    List<Said> problems = thread("护林员").in(2020, Role.PROBLEMS);
    assertEquals(1, problems.size());
    assertEquals("一是护林员队伍老化。平均年龄五十六岁，年轻人招不进来。", problems.getFirst().mention().text());
  }

  @Test
  void whatOneReportAloneSaysIsNoThread() {
    assertFalse(threads.all().stream().anyMatch(t -> t.name().contains("松材线虫")));
    assertTrue(of(FIRST).all().isEmpty());
  }

  @Test
  void aMentionBelongsToOneThreadAtMost() {
    List<Mention> mentions =
        threads.all().stream().flatMap(t -> t.mentions().stream()).map(Said::mention).toList();
    assertEquals(mentions.size(), new HashSet<>(mentions).size());
  }

  @Test
  void theOrderInWhichReportsComeChangesNothing() {
    List<String> reports = new ArrayList<>(List.of(FIRST, SECOND, FOURTH));
    Collections.reverse(reports);
    assertEquals(described(threads), described(of(reports.toArray(String[]::new))));
  }

  @Test
  void aLaterYearKeepsTheIdsOfThreads() {
    Set<String> before = new HashSet<>();
    of(FIRST, SECOND).all().forEach(thread -> before.add(thread.id()));
    Set<String> after = new HashSet<>();
    threads.all().forEach(thread -> after.add(thread.id()));
    assertNotEquals(Set.of(), before);
    assertTrue(after.containsAll(before), before + " " + after);
  }

  @Test
  void whatStandsTwiceInAReportIsAnExclamation() {
    String call = "\n\n各位代表同志们大家好！\n\n";
    Threads called = of(FIRST + call + call, SECOND + call + call);
    assertFalse(called.all().stream().anyMatch(thread -> thread.name().contains("代表")));
  }

  @Test
  void aProblemOfTwoYearsIsAChainWithWhatWasPlannedAgainstIt() {
    List<ProblemChains.Chain> chains = threads.returning();
    assertEquals(1, chains.size(), chains::toString);
    ProblemChains.Chain old = chains.getFirst();
    assertEquals("护林员队伍老化", old.name());
    assertEquals(2, old.run());
    assertEquals(
        List.of("招聘年轻护林员6名，缓解队伍老化。"),
        old.steps().getFirst().plans().stream().map(Mention::text).toList());
    assertEquals(
        List.of("争取编制，招聘护林员4名。"),
        old.steps().getLast().plans().stream().map(Mention::text).toList());
  }

  @Test
  void aMentionKnowsEachThatIsLikeItOnceAndByTheirLikeness() {
    Likeness likeness = threads.likeness();
    for (int m = 0; m < threads.mentions().size(); m++) {
      for (int e = likeness.start(m); e < likeness.end(m); e++) {
        String pair = m + " and " + likeness.other(e);
        assertTrue(e == likeness.start(m) || likeness.other(e - 1) < likeness.other(e), pair);
        assertTrue(likeness.value(e) >= Likeness.LEAST, pair);
        assertEquals(likeness.value(e), likeness.between(likeness.other(e), m), pair);
      }
    }
  }

  @Test
  void aProblemThatCameBackAfterAYearWithoutItDidNotRunOn() {
    Threads again =
        of(
            FIRST,
            SECOND.replace("一是护林员队伍老化没有改变，平均年龄五十七岁。二是", "一是"),
            FOURTH.replace("## 二、2024", "## 二、存在的问题\n\n一是护林员队伍老化依旧，年轻人招不进来。\n\n## 三、2024"));
    ProblemChains.Chain old = again.returning().getFirst();
    assertEquals(List.of(2020, 2023), old.steps().stream().map(ProblemChains.Step::year).toList());
    assertEquals(1, old.run());
  }

  private static List<String> described(Threads threads) {
    return threads.all().stream()
        .map(
            thread ->
                thread.id()
                    + thread.name()
                    + thread.mentions().stream().map(said -> said.mention().text()).toList())
        .toList();
  }
}
