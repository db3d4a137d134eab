package annals.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.build.TestSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of rulings from making it to the pages that show it. */
class FollowUpCommandTest {
  private static final String FILE = "content/水利站/follow-up.csv";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private TestSite site;

  @BeforeEach
  void twoYears() {
    site =
        TestSite.in(
            folder,
            """
            == content/水利站/unit.yaml
            name: 县水利站
            slug: shuili
            == content/水利站/2022.md
            ---
            title: 县水利站2022年工作总结和2023年工作计划
            ---

            ## 一、2022年工作总结

            清淤河道10公里。

            ## 二、2023年工作计划

            改造泵站3座。开展河道保洁12次。

            == content/水利站/2023.md
            ---
            title: 县水利站2023年工作总结
            ---

            ## 一、2023年工作总结

            完成泵站改造2座。

            """);
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private int write(String unit) {
    return run(
        "follow-up", "--source", folder.toString(), "--unit", unit, "--year", "2023", "--write");
  }

  private String file() throws IOException {
    return Files.readString(folder.resolve(FILE));
  }

  /** Puts words into a column of the row that holds some text. */
  private void fill(String part, String column, String words) throws IOException {
    String[] lines = file().split("\r\n");
    int at = java.util.List.of(lines[0].substring(1).split(",")).indexOf(column);
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].contains(part)) {
        String[] cells = lines[i].split(",", -1);
        cells[at] = words;
        lines[i] = String.join(",", cells);
      }
    }
    site.write(FILE, String.join("\r\n", lines) + "\r\n");
  }

  @Test
  void theFileToFillInListsEveryItemAndIsKeptWhenItIsMadeAgain() throws IOException {
    assertEquals(0, write("县水利站"), err::toString);
    assertTrue(file().startsWith("\ufeff序号,目标年度,"), this::toString);
    fill("泵站", "裁定", "滞后");
    fill("泵站", "认定单位", "站务会");
    assertEquals(0, write("shuili"));
    String first = file();
    assertTrue(first.contains("滞后") && first.contains("站务会"), first);
    assertEquals(0, write("水利站"));
    assertEquals(first, file());
  }

  @Test
  void rulingsOnOtherYearsAndColumnsOfTheOfficeAreKept() throws IOException {
    site.write(FILE, "目标年度,编号,裁定,经费\r\n2019,i1,终止,2万元\r\n2025,i2,调整,\r\n");
    assertEquals(0, write("shuili"));
    assertTrue(file().lines().findFirst().orElseThrow().endsWith(",经费"), file());
    assertTrue(file().contains("2万元"), file());
    assertTrue(file().indexOf("2019") < file().indexOf("泵站"), file());
    assertTrue(file().indexOf("2025") > file().indexOf("泵站"), file());
  }

  @Test
  void aMistakeInTheFileIsShownAndNothingIsWritten() throws IOException {
    write("shuili");
    fill("泵站", "裁定", "做完了");
    String before = file();
    assertEquals(1, write("shuili"));
    assertTrue(err.toString().contains(FILE + ":2:"), err::toString);
    assertEquals(before, file());
    assertEquals(1, run("build", "--source", folder.toString()));
    assertTrue(err.toString().contains("已完成、推进中、滞后、调整、终止"), err::toString);
  }

  @Test
  void pagesAndFilesShowTheRuling() throws IOException {
    write("shuili");
    fill("泵站", "裁定", "滞后");
    fill("泵站", "认定单位", "站务会");
    assertEquals(0, run("build", "--source", folder.toString()), err::toString);
    String ledger = "units/shuili/follow-up/2023/";
    assertTrue(site.page(ledger + "index.html").contains("滞后1项"));
    assertTrue(site.page(ledger + "follow-up.csv").contains("滞后"));
    assertTrue(site.page(ledger + "follow-up.json").contains("\"state\": \"behind\""));
    assertTrue(site.page("units/shuili/2022/index.html").contains("（裁定，站务会）"));
    assertTrue(site.page("index.html").contains("2项计划，其中2项可对照"));
  }

  @Test
  void rulingsSurviveEditsOfThePlanAndOfOtherReports() throws IOException {
    write("shuili");
    fill("泵站", "裁定", "滞后");
    String plan = Files.readString(folder.resolve("content/水利站/2022.md"));
    site.write("content/水利站/2022.md", plan.replace("改造泵站3座。", "新建水闸1座。改造泵站4座。"));
    assertEquals(0, run("build", "--source", folder.toString()));
    assertTrue(err.toString().contains("[ruling-stale]"), err::toString);
    assertTrue(site.page("units/shuili/follow-up/2023/index.html").contains("原文已改动"));
    site.write("content/水利站/2022.md", plan.replace("改造泵站3座。", ""));
    assertEquals(0, run("build", "--source", folder.toString()));
    assertTrue(err.toString().contains("[ruling-homeless]"), err::toString);
    assertTrue(site.page("units/shuili/follow-up/2023/index.html").contains("改造泵站3座。"));
    assertEquals(0, write("shuili"));
    assertTrue(file().contains("滞后"), file());
  }

  @Test
  void eitherTwoFilesOrAUnitAndAYear() {
    assertEquals(2, run("follow-up"));
    assertEquals(2, run("follow-up", "a.md"));
    assertEquals(2, run("follow-up", "a.md", "b.md", "--write"));
    assertEquals(2, run("follow-up", "--unit", "甲"));
    assertEquals(
        1, run("follow-up", "--source", folder.toString(), "--unit", "甲", "--year", "2023"));
  }
}
