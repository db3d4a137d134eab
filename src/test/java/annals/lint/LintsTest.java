package annals.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.build.TestSite;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LintsTest {
  @TempDir Path root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          punctuation-doubled    | 全年清淤12公里，。水质良好。
          punctuation-doubled    | 沟、、渠都清了。
          punctuation-half-width | 全年清淤12公里,水质良好。
          punctuation-half-width | 水库(三座)全部除险。
          pair-open              | 编制《灌区用水手册，印发各村。
          pair-open              | 会议要求：“抓紧施工。
          leftover               | 欢迎加入“某某素材库会员”，应有尽有
          leftover               | 工作切##paidbegin##实抓好。
          mask                   | 全年清淤xx公里。
          count-mismatch         | 抓好三项工作：一是清淤；二是修渠；三是换表；四是巡查。
          count-mismatch         | 建立6个台账（清淤、修渠、换表、巡查、值班），逐项销号。
          parts-exceed           | 全年办理诉求60件，其中停水30件，漏水40件。
          point-skipped          | 一是清淤。三是修渠。
          point-skipped          | 一是清淤。二十是修渠。
          lead-year              | LEAD
          """)
  void each_lint_finds_its_case(String code, String paragraph) {
    Checked site = new Checked(root);
    if (paragraph.equals("LEAD")) {
      site.file(
          "content/水利站/2023.md",
          Checked.text("", "清淤12公里。").replace("## 一、", "现将2022年工作情况报告如下：\n\n## 一、"));
    } else {
      site.report(paragraph);
    }
    assertEquals(List.of(code), site.codes(), () -> site.all().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "时间是10:30，比例1:4，共1,200人参加（第3次），PPT(v2)一份。",
        "真的吗？！当然……是的——“好”。",
        "2）清淤；3）修渠。",
        "覆盖11个省（区、市），编制5个方案（清淤、修渠、换表、巡查等）。",
        "抓好三项工作：一是清淤；二是修渠；三是换表。",
        "全年办理诉求60件，比上年增加40件，其中停水30件，漏水25件。",
        "全年活动58场，其中线上34场，比上年减少68场。",
        "一是清淤。二是一线职工加班。三是修渠。",
        "《“十四五”规划（草案）》已经印发。",
        "一是甲。二是乙。三是丙。四是丁。五是戊。六是己。七是庚。八是辛。九是壬。十是癸。十一是子。十二是丑。十三是寅。",
        "现将2023年工作总结和2024年工作计划报告如下。",
      })
  void usual_text_is_left_in_peace(String paragraph) {
    Checked site = new Checked(root).report(paragraph);
    assertEquals(List.of(), site.codes(), () -> site.all().toString());
  }

  @Test
  void a_series_of_points_goes_on_over_paragraphs() {
    Checked site = new Checked(root).report("一是清淤。\n\n共12公里。\n\n二是修渠：一是东渠，二是西渠。\n\n三是换表。");
    assertEquals(List.of(), site.codes(), () -> site.all().toString());
  }

  @Test
  void a_list_shorter_than_announced_is_found() {
    assertEquals(
        List.of("count-mismatch"), new Checked(root).report("完成以下3项工作：\n\n- 清淤\n- 修渠").codes());
  }

  @Test
  void a_sentence_taken_over_with_its_date_is_found_and_one_with_a_new_date_is_not() {
    String old = "2022年10月组织全站职工开展防汛演练2次，参加80人。";
    Checked site =
        new Checked(root)
            .file(
                "content/水利站/2022.md",
                Checked.text("", old)
                    .replace("2024", "X")
                    .replace("2023", "2022")
                    .replace("X", "2023"))
            .report(old.replace("2次", "3次"));
    assertEquals(List.of("copied-date"), site.codes(), () -> site.all().toString());
    site.report(old.replace("2022", "2023"));
    assertEquals(List.of(), site.codes());
  }

  @Test
  void a_plan_with_a_deadline_gone_by_is_found() {
    Checked site =
        new Checked(root)
            .file(
                "content/水利站/2023.md",
                Checked.text("", "清淤。").replace("新装水表2000只。", "确保2023年底前装完水表。"));
    assertEquals(List.of("deadline-past"), site.codes());
  }

  @Test
  void a_picture_that_is_not_there_or_says_nothing_is_found() {
    Checked site = new Checked(root).report("![渠首](渠首.png)和![](渠尾.png)");
    assertEquals(
        List.of("picture-missing", "picture-missing", "picture-without-text"),
        site.codes().stream().sorted().toList());
    site.file("content/水利站/渠首.png", "").file("content/水利站/渠尾.png", "");
    assertEquals(List.of("picture-without-text"), site.codes());
  }

  @Test
  void an_answer_before_a_block_covers_that_block_alone() {
    Checked site = new Checked(root);
    site.report("<!-- annals-ignore A301: 涉密数字，经办公室同意隐去 -->\n清淤xx公里。");
    assertEquals(List.of(), site.codes(), () -> site.all().toString());
    site.report("<!-- annals-ignore mask: 隐去 -->\n\n清淤12公里。\n\n修渠xx公里。");
    assertEquals(List.of("ignore-unused", "mask"), site.codes().stream().sorted().toList());
  }

  @Test
  void an_answer_in_the_front_matter_covers_the_file() {
    Checked site = new Checked(root);
    site.file("content/水利站/2023.md", Checked.text("ignore: {A301: 数字未经核实}\n", "清淤xx公里。"));
    assertEquals(List.of(), site.codes(), () -> site.all().toString());
  }

  @Test
  void an_answer_needs_a_known_code_and_a_reason() {
    Checked site = new Checked(root);
    site.report("<!-- annals-ignore A301 -->\n清淤xx公里。");
    assertEquals(List.of("ignore-wrong", "mask"), site.codes().stream().sorted().toList());
    site.report("<!-- annals-ignore A999: 无 -->\n清淤12公里。");
    assertEquals(List.of("ignore-wrong"), site.codes());
    site.report("<!-- annals-ignore year-missing: 无 -->\n清淤12公里。");
    assertEquals(List.of("ignore-wrong"), site.codes());
  }

  @Test
  void an_answer_is_no_part_of_the_page_and_moves_no_anchor() {
    String paragraph = "清淤xx公里。\n\n修渠。";
    Checked site = new Checked(root).report(paragraph);
    TestSite built = TestSite.in(root, "== annals.yaml\ntitle: 试验档案\n");
    built.build();
    String page = built.page("units/shui-li-zhan/2023/index.html");
    site.report("<!-- annals-ignore A301: 隐去 -->\n" + paragraph);
    built.build();
    assertEquals(page, built.page("units/shui-li-zhan/2023/index.html"));
  }

  @Test
  void the_site_says_how_much_a_finding_weighs() {
    Checked site = new Checked(root).report("全年清淤xx公里,水质良好。");
    site.settings("check: {severity: {A303: 'off', mask: error}}\n");
    List<Diagnostic> found = site.all();
    assertEquals(List.of("mask"), found.stream().map(Diagnostic::code).toList());
    assertEquals(Severity.ERROR, found.getFirst().severity());
  }

  @Test
  void a_lint_that_the_site_made_an_error_stops_the_build() {
    new Checked(root).report("全年清淤12公里,水质良好。");
    assertTrue(TestSite.in(root, "== annals.yaml\ntitle: 甲\n").build().written().isPresent());
    String strict = "== annals.yaml\ncheck: {severity: {A303: error}}\n";
    assertTrue(TestSite.in(root, strict).build().written().isEmpty());
  }

  @Test
  void a_severity_for_an_unknown_or_fixed_code_is_refused() {
    Checked site = new Checked(root).report("清淤12公里。");
    for (String wrong : List.of("A999: error", "secrecy-mark: 'off'", "A301: loud")) {
      site.settings("check: {severity: {" + wrong + "}}\n");
      assertEquals(List.of("yaml-value"), site.codes(), wrong);
    }
  }
}
