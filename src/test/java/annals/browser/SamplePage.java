package annals.browser;

/** A page of each type, and of each condition in which a type looks different. */
enum SamplePage {
  HOME("index.html", "body.home .matrix"),
  UNIT_LIST("units/index.html", "body.unit-list"),
  UNIT("units/zhengfuban/index.html", "body.unit .unit-years"),
  UNIT_RENAMED("units/danganguan/index.html", "body.unit tr.absent"),
  UNIT_MERGED("units/gonggongwenhua/index.html", "body.unit .facts"),
  UNIT_ENDED("units/tushuguan/index.html", "body.unit .facts"),
  REPORT("units/zhengfuban/2023-work/index.html", "body.report .connections .account"),
  REPORT_WITH_MASKS("units/bangongshi/2023-work/index.html", "body.report .mask"),
  REPORT_WITH_TABLE("units/shizheng/2022/index.html", "body.report article table"),
  YEAR_CHOICE("units/zhengfuban/2023/index.html", "body.year-choice .choices"),
  FOLLOW_UP("units/zhengfuban/follow-up/2024/index.html", "body.follow-up.compared .unplanned li"),
  FOLLOW_UP_WITH_STATEMENTS(
      "units/tushuguan/follow-up/2020/index.html", "body.follow-up .statements"),
  FOLLOW_UP_WAITING("units/zhengfuban/follow-up/2025/index.html", "body.follow-up.waiting"),
  FOLLOW_UP_WITHOUT_FIGURES(
      "units/bangongshi/follow-up/2024-duty/index.html", "body.follow-up.unmeasured .items"),
  FOLLOW_UP_WITHOUT_PLAN("units/zhongyiyuan/follow-up/2023/index.html", "body.follow-up.planless"),
  INDICATORS("units/zhengwufuwuju/indicators/index.html", "body.indicators .chart .masked"),
  COMPARE_INDEX("units/danganguan/compare/index.html", "body.compare-index .pairs"),
  COMPARE_INDEX_EMPTY("units/bianban/compare/index.html", "body.compare-index .notice"),
  COMPARE("units/danganguan/compare/2022-2023/index.html", "body.compare .comparison"),
  COMPARE_WITH_PREDECESSOR(
      "units/gonggongwenhua/compare/2021-2022/index.html", "body.compare .comparison"),
  THREADS("units/zhengfuban/threads/index.html", "body.threads .matters"),
  THREADS_OF_A_FAMILY("units/gonggongwenhua/threads/index.html", "body.threads .matters"),
  THREADS_NONE("units/bianban/threads/index.html", "body.threads .notice"),
  YEAR_LIST("years/index.html", "body.year-list .years"),
  YEAR("years/2023/index.html", "body.year .of-year"),
  REPETITION("years/2024/repetition/index.html", "body.of-repetition .shares"),
  TOPIC("years/2024/topics/dui-wu-jian-she/index.html", "body.topic .of-topic"),
  SEARCH("search/index.html", "body.search #search-browse"),
  SEARCH_RESULTS(
      "search/index.html?q=12345",
      ".search-side:has(#search-facets:not([hidden])) ~ .search-main #search-results > li"),
  CHANGES_BEFORE_THE_FIRST("changes/index.html", "body.changes .notice"),
  NOT_FOUND("404.html", "body.not-found");

  private final String path;
  private final String sign;

  SamplePage(String path, String sign) {
    this.path = path;
    this.sign = sign;
  }

  /** Whether servers alone show it, at addresses where nothing stands. */
  boolean isOnlyServed() {
    return this == NOT_FOUND;
  }

  /** From the site's root. */
  String path() {
    return path;
  }

  /** A selector of what makes the page a sample of its kind; there when the page is ready. */
  String sign() {
    return sign;
  }
}
