package annals.ingest;

import annals.outline.Numbering;
import annals.text.Simplified;
import java.util.regex.Pattern;

/** What titles and the lines around them look like at the head of a report. */
final class TitleLines {
  private static final int LONGEST = 60;
  private static final String DOCUMENT = "(?:报告|总结|计划|要点|安排|打算|汇报|述职|思路|小结|材料|规划|回顾|讲话)";
  private static final Pattern TITLE =
      Pattern.compile("[^。！？；]{0,56}" + DOCUMENT + "(?:[（(][^（）()]{1,12}[）)])?");
  private static final Pattern NAME_OF_UNIT =
      Pattern.compile("[\\p{IsHan}A-Za-z0-9“”·（）()]{2,30}(?<![号日）)])");
  private static final Pattern SECOND_HALF = Pattern.compile("[及和与暨、].*");
  private static final Pattern DELIVERY =
      Pattern.compile(
          "[—─－-]{1,4}\\s*[0-9０-９]{4}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日在.*"
              + "|[（(]?[0-9０-９]{4}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日在.*上[）)]?");
  private static final Pattern SALUTATION =
      Pattern.compile("(?:尊敬的)?(?:各位|同志们|主席|代表|委员|领导).{0,20}[：:！!，,]?");

  private TitleLines() {}

  /** A line that names a document: {@code 办公室2023年工作总结和2024年工作安排}. */
  static boolean isTitle(String line) {
    return line.length() <= LONGEST
        && TITLE.matcher(Simplified.of(line)).matches()
        && Numbering.parse(line).isEmpty()
        && !isDelivery(line);
  }

  /** {@code ——2024年3月5日在第十四届全国人民代表大会第二次会议上}. */
  static boolean isDelivery(String line) {
    return line.length() <= LONGEST && DELIVERY.matcher(Simplified.of(line)).matches();
  }

  /** {@code 各位代表：}. */
  static boolean isSalutation(String line) {
    return line.length() <= LONGEST && SALUTATION.matcher(Simplified.of(line)).matches();
  }

  /** A line that may stand between title and body: neither prose nor a heading. */
  static boolean mayStandAtHead(String line) {
    return line.length() <= LONGEST
        && !Line.isSentenceEnd(line.charAt(line.length() - 1))
        && line.indexOf('。') < 0
        && Numbering.parse(line).isEmpty()
        && !isSalutation(line);
  }

  /** Whether two lines at the head of a file are one title, or one note of delivery, broken. */
  static boolean belongTogether(String line, String next) {
    if (isDelivery(line)) {
      return !line.endsWith("上") && next.length() <= LONGEST && next.endsWith("上");
    }
    boolean numbered = Numbering.parse(next).isPresent();
    if (numbered || line.length() + next.length() > LONGEST || !isTitle(line + next)) {
      return false;
    }
    return isTitle(line)
        ? SECOND_HALF.matcher(Simplified.of(next)).matches()
        : NAME_OF_UNIT.matcher(line).matches() && !isSalutation(line);
  }
}
