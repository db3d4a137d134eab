package annals.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The repairs of layout that join or split lines, with the words the import log has for them. */
enum Repair {
  CONTINUED_PUNCTUATION("行首为标点，接上行"),
  OPEN_BRACKET("书名号、引号或括号内断行，接上行"),
  SUBSCRIPT("上下标断行，接上行"),
  FRAGMENT("断行的片段，接上行"),
  OPEN_WORD("行末语意未完，接上行"),
  BROKEN_PARAGRAPH("段落中间断行，接上行"),
  FULL_LINE("按行宽折行，接上行"),
  BROKEN_TITLE("标题断行，接上行"),
  LOST_BREAK("丢失的换行，在空格处断开"),
  SINGLE_SPACES("多余空格并为一个");

  private final String reason;

  Repair(String reason) {
    this.reason = reason;
  }

  String rule() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String reason() {
    return reason;
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Repair::rule).toList();
  }

  static boolean isName(String name) {
    return names().contains(name);
  }
}
