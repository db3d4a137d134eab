package annals.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.diagnostic.Diagnostics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edit that is shown at once looks as it will when the whole site is built. */
class FamilyRebuildTest {
  /** Long enough for the survey of texts to see that it stands in two units' reports. */
  private static final String COPIED =
      """
      开春先把全乡的梯田查了一遍，塌了的田埂用石头重新砌好，引水的竹管换成了铁管。
      五月里请来农技员在晒谷场上讲了三回课，讲怎么看叶子的颜色，怎么少用一遍药。
      夏天水大，守堤的人分三班，白天黑夜都有人提着灯走，哪一段渗水当场打上木桩。
      收了秋粮以后把烘干机搬到路口，谁家先到谁家先用，电钱按表上的字平摊到各户。
      """
          .replace("\n", "");

  @TempDir Path root;

  private static String report(String unit, int year, String done, String planned) {
    return "---\ntitle: %s%d年工作总结和%d年工作计划\n---\n\n## 一、%d年工作总结\n\n%s\n\n## 二、%d年工作计划\n\n%s\n"
        .formatted(unit, year, year + 1, year, done, year + 1, planned);
  }

  private TestSite fourUnits() {
    TestSite site = TestSite.in(root, "== annals.yaml\ntitle: 档案\n");
    for (int unit = 0; unit < 4; unit++) {
      String name = "单位" + unit;
      site.write("content/u" + unit + "/unit.yaml", "name: " + name + "\nslug: u" + unit + "\n");
      for (int year = 2022; year <= 2024; year++) {
        site.write(
            "content/u" + unit + "/" + year + ".md",
            report(
                name,
                year,
                "整理档案"
                    + (100 * unit + year)
                    + "卷。"
                    + (unit < 2 && year > 2022 - unit ? COPIED : ""),
                "明年整理档案三百卷，建成阅览室。"));
      }
    }
    return site;
  }

  private static Map<String, String> pages(Path site, String unit) {
    Map<String, String> pages = TestSite.files(site.resolve("units").resolve(unit));
    pages.keySet().removeIf(path -> !path.endsWith(".html"));
    return pages;
  }

  @Test
  void every_page_of_the_unit_is_as_the_whole_build_makes_it() throws Exception {
    TestSite site = fourUnits();
    SiteConfig config = SiteConfig.read(root, new ArrayList<>()).withOutput(root.resolve("site"));
    SiteBuilder builder = new SiteBuilder(config, 2, Progress.NONE);
    assertTrue(builder.build(new Diagnostics()).written().isPresent());
    Path edited = root.resolve("content/u1/2024.md");
    Files.writeString(edited, Files.readString(edited).replace("建成阅览室", "建成两间阅览室"));

    Optional<FamilyRebuild.Result> result = builder.again().orElseThrow().rebuild(List.of(edited));

    assertTrue(result.orElseThrow().written() > 0);
    Map<String, String> atOnce = pages(root.resolve("site"), "u1");
    assertTrue(atOnce.get("2024/index.html").contains("id=\"repetition\""), "copied from another");
    site.build(root.resolve("whole"), 2);
    assertEquals(pages(root.resolve("whole"), "u1"), atOnce);
  }
}
