package annals.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Severity;
import annals.source.HeldBack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left out of a site leaves no trace in it. */
class HeldBackTest {
  private static final String MARKED = "content/水利站/2023.md";

  @TempDir Path root;
  private TestSite site;

  private static String report(int year, String frontMatter, String summary) {
    return """
        ---
        title: 县水利站%d年工作总结和%d年工作计划
        %s---

        ## 一、%d年工作总结

        %s

        ## 二、存在的问题

        人手不足。

        ## 三、%d年工作计划

        修建白石渠泵站3座。
        """
        .formatted(year, year + 1, frontMatter, year, summary, year + 1);
  }

  @BeforeEach
  void an_archive_of_one_year() {
    site = TestSite.in(root, "== annals.yaml\ntitle: 试验档案\n");
    site.write("content/水利站/2022.md", report(2022, "", "清淤12公里。"));
  }

  private Map<String, String> files() {
    return TestSite.files(root.resolve("site"));
  }

  private void assertNowhere(String words) {
    String bytes = new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    Map<String, String> files = files();
    assertTrue(files.size() > 5);
    files.forEach((path, text) -> assertFalse(text.contains(bytes), path));
  }

  private static List<String> errors(BuildReport report) {
    return report.diagnostics().stream()
        .filter(d -> d.severity() == Severity.ERROR)
        .map(Diagnostic::code)
        .toList();
  }

  @Test
  void a_drafts_words_stand_nowhere_and_the_site_is_as_if_it_were_not_there() {
    site.build();
    Map<String, String> without = files();
    site.write(MARKED, report(2023, "draft: true\n", "草稿独有之言：栽柳一千株。"));
    BuildReport built = site.build();
    assertEquals(1, built.count(HeldBack.Reason.DRAFT));
    assertEquals(List.of(), errors(built));
    assertNowhere("栽柳一千株");
    assertEquals(without, files());
  }

  @Test
  void a_report_becomes_public_with_the_last_review_entry() {
    site.write("annals.yaml", "title: 甲\nreview: {required: [拟稿, 审核]}\n");
    site.write(
        "content/水利站/2022.md",
        report(2022, "review: {拟稿: 甲某 2023-01-03, 审核: 乙某 2023-01-05}\n", "清淤12公里。"));
    site.write(MARKED, report(2023, "review: {拟稿: 甲某 2024-01-03, 审核: }\n", "栽柳一千株。"));
    BuildReport built = site.build();
    assertEquals(1, built.count(HeldBack.Reason.REVIEW));
    assertEquals(List.of(), errors(built));
    assertTrue(built.diagnostics().stream().anyMatch(d -> d.code().equals("review-missing")));
    assertNowhere("栽柳一千株");
    site.write(MARKED, report(2023, "review: {拟稿: 甲某 2024-01-03, 审核: 乙某 2024-01-05}\n", "栽柳一千株。"));
    assertEquals(0, site.build().count(HeldBack.Reason.REVIEW));
    assertTrue(site.page("units/shui-li-zhan/2023/index.html").contains("栽柳一千株"));
  }

  @Test
  void a_mark_fails_the_run_and_leaves_the_site_as_it_was() {
    site.build();
    Map<String, String> before = files();
    site.write(MARKED, report(2023, "", "栽柳一千株。").replace("## 一、", "机密★1年\n\n## 一、"));
    BuildReport built = site.build();
    assertEquals(List.of("secrecy-mark"), errors(built));
    assertEquals(1, built.count(HeldBack.Reason.GATE));
    assertTrue(built.written().isEmpty());
    assertEquals(before, files());
  }

  @Test
  void a_report_that_was_public_is_taken_out_when_the_gate_stops_it() {
    site.build();
    Map<String, String> without = files();
    site.write(MARKED, report(2023, "", "栽柳一千株。"));
    site.build();
    assertTrue(site.has("units/shui-li-zhan/2023/index.html"));
    site.write(MARKED, report(2023, "", "栽柳一千株。联系13800001234。"));
    BuildReport built = site.build();
    assertEquals(List.of("mobile-number"), errors(built));
    assertNowhere("栽柳一千株");
    assertEquals(without, files());
  }

  @Test
  void an_entry_with_reason_and_office_lets_a_finding_pass_into_the_pages_too() {
    site.write(MARKED, report(2023, "", "值班手机13800001234。"));
    site.write(
        "allow.csv",
        "file,code,text,reason,office\n" + MARKED + ",G202,13800001234,\"值班公用电话,已公开\",县水利站办公室\n");
    BuildReport built = site.build();
    assertEquals(List.of(), errors(built));
    assertTrue(site.page("units/shui-li-zhan/2023/index.html").contains("13800001234"));
  }

  /** A ruling on the one item of the plan for 2023. */
  private void rule(String remark) {
    String ledger = site.page("units/shui-li-zhan/follow-up/2023/follow-up.json");
    Matcher id = Pattern.compile("\"(i[0-9a-f]{8})\"").matcher(ledger);
    assertTrue(id.find(), ledger);
    site.write(
        "content/水利站/follow-up.csv",
        "编号,目标年度,裁定,认定单位,备注\n" + id.group(1) + ",2023,已完成,站务会," + remark + "\n");
  }

  @Test
  void a_number_in_the_remark_of_a_ruling_stops_the_run() {
    site.write(MARKED, report(2023, "", "栽柳一千株。"));
    site.build();
    Map<String, String> before = files();
    rule("问李某，13800001234");
    BuildReport built = site.build();
    assertEquals(List.of("mobile-number"), errors(built));
    assertTrue(built.written().isEmpty());
    assertEquals(before, files());
    site.write(
        "allow.csv",
        "file,code,text,reason,office\ncontent/水利站/follow-up.csv,G202,13800001234,值班公用电话,办公室\n");
    assertEquals(List.of(), errors(site.build()));
    assertNotEquals(before, files());
  }

  @Test
  void a_mark_alone_in_the_remark_of_a_ruling_stops_the_run() {
    site.write(MARKED, report(2023, "", "栽柳一千株。"));
    site.build();
    rule("内部资料 注意保存");
    BuildReport built = site.build();
    assertEquals(List.of("internal-mark"), errors(built));
    assertTrue(built.written().isEmpty());
  }

  @Test
  void rulings_that_are_stopped_do_not_come_in_when_a_report_is_taken_out() {
    site.write(MARKED, report(2023, "", "栽柳一千株。"));
    site.build();
    rule("问李某，13800001234");
    site.write(MARKED, report(2023, "", "栽柳一千株。联系13900001234。"));
    BuildReport built = site.build();
    assertTrue(built.written().isPresent());
    assertEquals(List.of("mobile-number", "mobile-number"), errors(built));
    assertNowhere("13800001234");
  }

  @Test
  void an_entry_without_office_allows_nothing() {
    site.write(MARKED, report(2023, "", "值班手机13800001234。"));
    site.write("allow.csv", "文件,代码,内容,理由,单位\n" + MARKED + ",G202,,公用电话,\n");
    assertEquals(List.of("allow-wrong", "mobile-number"), errors(site.build()));
    site.write("allow.csv", "文件,代码,内容,理由,单位\n" + MARKED + ",G201,,公用电话,办公室\n");
    assertEquals(List.of("mobile-number"), errors(site.build()), "of another kind");
  }

  @Test
  void what_settings_bring_into_the_pages_is_found_there() {
    site.write("annals.yaml", "title: 甲\nfooter: 联系人手机13800001234\n");
    BuildReport built = site.build();
    assertTrue(built.written().isEmpty());
    assertTrue(errors(built).contains("mobile-number"), built.diagnostics()::toString);
  }
}
