package annals.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MentionsTest {
  @TestFactory
  Stream<DynamicTest> readsWhatTheSpecificationSays() throws IOException {
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[1].strip(),
                    () -> assertEquals(row[2].strip(), written(Mentions.in(row[1].strip())))));
  }

  @Test
  void boundsBelongToWhatIsWritten() {
    String text = "文件控制在305件以内，会议不超过50次，清淤120余公里。";
    assertEquals(
        List.of("305件以内", "不超过50次", "120余公里"),
        Mentions.in(text).stream().map(mention -> mention.written().of(text)).toList());
  }

  @Test
  void anyTextCanBeRead() {
    Random random = new Random(11);
    String alphabet = "0123456789.%x一二十百万余件次人年月比上增长至—由占共的内，。、；全控制在不超过";
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      int end = 0;
      for (Mention mention : Mentions.in(text.toString())) {
        assertTrue(mention.written().start() >= end, text::toString);
        assertTrue(mention.written().start() <= mention.indicator().span().start());
        end = mention.written().end();
      }
    }
  }

  private static String written(List<Mention> mentions) {
    return mentions.stream().map(MentionsTest::written).collect(Collectors.joining("; "));
  }

  private static String written(Mention mention) {
    String subject =
        switch (mention.origin()) {
          case CLAUSE -> mention.subject();
          case EARLIER -> mention.subject() + " <";
          case UNSURE -> "~" + mention.subject();
        };
    String number =
        mention.indicator().value().map(value -> value.toPlainString()).orElse("?")
            + " "
            + mention.indicator().measure();
    String whole = subject + " " + number + (mention.yearly() ? "" : " part");
    return switch (mention.sense()) {
      case LEVEL -> whole;
      case RISE -> "+" + whole;
      case FALL -> "-" + whole;
      case ASIDE -> "(" + whole + ")";
    };
  }

  private static List<String[]> rows() throws IOException {
    try (InputStream in = MentionsTest.class.getResourceAsStream("/spec/mentions.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("| ") && !line.startsWith("| sentence"))
          .map(line -> line.split("\\|", -1))
          .toList();
    }
  }
}
