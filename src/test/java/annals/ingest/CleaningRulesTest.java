package annals.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.diagnostic.Diagnostic;
import annals.report.Block;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of the product and of a site. */
class CleaningRulesTest {
  private static final String TEXT =
      "某县档案局2023年工作总结\n一、主要工作\n接收档案##paidbegin##300卷。\n内部水印仅供查阅\n加入我们的资料群\n";

  @Test
  void aSiteAddsReplacesAndSwitchesOff() {
    String yaml =
        """
        off: [paid-begin]
        rules:
          - {name: our-group, kind: advert-line, pattern: '加入.*资料群', reason: 资料群广告}
          - {name: account-name, kind: watermark, text: 内部水印, reason: 单位水印}
        """;
    List<Diagnostic> problems = new ArrayList<>();
    ReadReport read = read(CleaningRules.builtIn().extendedBy("cleaning.yaml", yaml, problems));
    assertEquals(List.of(), problems);
    assertEquals(List.of("一、主要工作", "接收档案##paidbegin##300卷。", "内部水印仅供查阅"), texts(read));
    assertEquals(List.of("REMOVED our-group 加入我们的资料群", "FLAGGED account-name 内部水印"), changes(read));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          off: [no-such-rule] | cleaning.yaml:1:7: warning: no cleaning rule is called no-such-rule
          rules: 3 | cleaning.yaml:1:1: error: rules is not a list
          rules: [{kind: marker}] | cleaning.yaml:1:1: error: a rule has no name
          rules: [{name: a, kind: b}] | cleaning.yaml:1:11: error: rule a has no known kind
          rules: [{name: x1, kind: marker}] | cleaning.yaml:1:16: error: rule x1 finds nothing
          rules: [{name: x1, kind: marker, pattern: '('}] | cleaning.yaml:1:16: error: the pattern of rule x1 is wrong
          rules: [{name: x1, kind: marker, pattern: 'a*'}] | cleaning.yaml:1:16: error: rule x1 matches an empty line
          rules: [{name: x1, kind: noise-line, where: x, text: a}] | cleaning.yaml:1:16: error: rule x1 has an unknown where
          rules: [{name: x1, kind: noise-line, after: '(', text: a}] | cleaning.yaml:1:16: error: the pattern of rule x1 is wrong
          rules: [{name: x1, kind: marker, after: a, text: a}] | cleaning.yaml:1:16: error: rule x1 says after:, and is no noise-line
          rules: [ | cleaning.yaml:1:9: error: the file is not YAML
          - 1 | cleaning.yaml: error: the file has no keys
          """)
  void whatIsWrongWithAFileIsToldWithItsPlace(String yaml, String expected) {
    List<Diagnostic> problems = new ArrayList<>();
    CleaningRules.builtIn().extendedBy("cleaning.yaml", yaml, problems);
    assertEquals(1, problems.size(), problems::toString);
    String found = problems.getFirst().toString();
    assertEquals(expected, found.substring(0, Math.min(expected.length(), found.length())));
  }

  private static ReadReport read(CleaningRules rules) {
    return Documents.read(new ReportReader(rules), "a.txt", TEXT.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> texts(ReadReport read) {
    List<String> texts = new ArrayList<>();
    for (Block block : read.report().blocks()) {
      if (block instanceof Block.Heading heading) {
        texts.add(heading.prose().text());
      } else if (block instanceof Block.Paragraph paragraph) {
        texts.add(paragraph.prose().text());
      }
    }
    return texts;
  }

  private static List<String> changes(ReadReport read) {
    List<String> changes = new ArrayList<>();
    for (ImportLog.Action action : List.of(ImportLog.Action.REMOVED, ImportLog.Action.FLAGGED)) {
      read.log().of(action).forEach(e -> changes.add(action + " " + e.rule() + " " + e.text()));
    }
    return changes;
  }

  @Test
  void aMaskIsWrittenInFullOnRequestButInItsExceptions() {
    CleaningRules rules =
        CleaningRules.builtIn()
            .extendedBy("cleaning.yaml", "restore-exceptions: {入D: 入党}", new ArrayList<>())
            .restoring(Map.of("D", "党"));
    ReadReport read = of(rules, "办公室2023年书记抓D建述职报告\n一、工作\n建D102周年，2名预备D按期转正，预备D员3名，用3D打印、D级响应。\n");
    assertEquals("办公室2023年书记抓党建述职报告", read.outline().title());
    assertTrue(
        MarkdownWriter.write(read.asImported()).contains("建党102周年，2名预备党员按期转正，预备党员3名，用3D打印、D级响应。"));
    assertEquals(
        List.of("D→党", "D→党", "D→党员", "D→党"),
        read.log().of(ImportLog.Action.REPLACED).stream().map(ImportLog.Entry::text).toList());
  }

  @Test
  void lookAlikesBecomeOrdinaryCharactersAndTheLogHasBoth() {
    ReadReport read = of(CleaningRules.builtIn(), "⽔利站2023年⼯作总结\n⼀、2023年⼯作\n⻓江⽔⻔安全。\n");
    assertEquals("水利站2023年工作总结", read.outline().title());
    assertEquals("一、", read.outline().sections().getFirst().number());
    assertTrue(MarkdownWriter.write(read.asImported()).contains("长江水门安全。"));
    assertEquals(6, read.log().of(ImportLog.Action.REPLACED).size());
  }

  @Test
  void aSiteReplacesAndSwitchesRepairsOff() {
    String yaml =
        """
        rules:
          - {name: our-name, kind: replace, text: 水力站, by: 水利站, reason: 名称写错}
        off: [broken-paragraph, fragment, open-word]
        """;
    List<Diagnostic> problems = new ArrayList<>();
    CleaningRules rules = CleaningRules.builtIn().extendedBy("cleaning.yaml", yaml, problems);
    assertEquals(List.of(), problems);
    String text = "水力站2023年工作总结\n一、工作\n推进渠道、\n泵站改造。\n";
    assertTrue(MarkdownWriter.write(of(rules, text).asImported()).contains("渠道、\n\n泵站"));
    assertEquals("水利站", of(rules, text).outline().unit());
    assertTrue(
        MarkdownWriter.write(of(CleaningRules.builtIn(), text).asImported()).contains("渠道、泵站"));
  }

  @Test
  void aReplacementWithoutWordsAndAnUnknownRepairAreSaid() {
    String yaml = "rules:\n  - {name: a, kind: replace, text: x}\n  - {name: b, kind: repair}\n";
    List<Diagnostic> problems = new ArrayList<>();
    CleaningRules.builtIn().extendedBy("cleaning.yaml", yaml, problems);
    assertEquals(2, problems.size());
  }

  private static ReadReport of(CleaningRules rules, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ReadReport read = Documents.read(new ReportReader(rules), "a.txt", bytes);
    Accounts.assertAddUp(bytes, read);
    return read;
  }
}
