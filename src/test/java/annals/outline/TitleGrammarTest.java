package annals.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleGrammarTest {
  @ParameterizedTest
  @CsvSource({
    "xxx办公室2023年工作总结及2024年工作计划, xxx办公室, 2023, work",
    "2023年xxx党建工作总结, xxx, 2023, party",
    "办公室2023年书记抓D建工作述职报告, 办公室, 2023, duty",
    "编办党支部书记抓基层党建工作述职报告, 编办党支部, , duty",
    "2026年松湾县人民政府工作报告, 松湾县人民政府, 2026, government",
    "2026年松湾市政府工作报告, 松湾市政府, 2026, government",
    "政府工作报告, , , government",
    "2023年县委农村工作领导小组办公室工作总结, 县委农村工作领导小组办公室, 2023, work",
    "县老干部工作局二〇二二年度工作总结暨2023年工作要点, 县老干部工作局, 2022, work",
    "县供销社工作总结和2024年工作打算, 县供销社, 2023, work",
    "县供销社2024年工作计划, 县供销社, 2023, work",
    "松湾县水利站2021年工作情况汇报及下一步工作思路（征求意见稿）, 松湾县水利站, 2021, work",
    "各位代表：, , ,"
  })
  void readsUnitYearAndKind(String title, String unit, Integer year, String kind) {
    TitleGrammar.Title parsed = TitleGrammar.parse(title);
    assertEquals(unit, parsed.unit().orElse(null), "unit");
    assertEquals(year, parsed.year().orElse(null), "year");
    assertEquals(kind, parsed.kind().orElse(null), "kind");
  }
}
