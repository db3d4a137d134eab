package annals.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.diagnostic.Diagnostic;
import annals.report.Block;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
}
