package annals.lint;

import annals.archive.ReportRecord;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.outline.Passage;
import annals.outline.Point;
import annals.outline.Section;
import annals.report.Block;
import annals.report.PlacedProse;
import annals.text.ChineseNumerals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that the text itself contradicts: a count announced before a list of another length, and
 * parts that make more than their whole.
 */
final class Counts implements Lint {
  /** Fewer names in brackets say what kind of thing is meant: 11个省（区、市）. */
  private static final int SHORTEST = 3;

  private static final String NUMBER = "(?<number>[0-9]{1,2}|[二两三四五六七八九十]{1,3})";

  /** 做好三项工作：, at the end of what stands before a list or before 一是. */
  private static final Pattern ANNOUNCED =
      Pattern.compile("(?<![0-9.．第“月年])" + NUMBER + "(?:个方面|方面|项|点|条|件|个)[^，。；：、0-9]{0,10}[：:]$");

  /** 6个台账（甲、乙、丙）. */
  private static final Pattern LISTED =
      Pattern.compile(
          "(?<![0-9.．第“—-])"
              + NUMBER
              + "(?:个|项|家|所|条|件|种|类|本|处|座)[^，。；：、（）0-9”等]{1,8}（(?<list>[^（）。；：]*、[^（）。；：]*)）");

  /** 共办理6项，其中甲类2项，乙类5项. */
  private static final Pattern WHOLE =
      Pattern.compile(
          "(?<whole>[0-9]+(?:\\.[0-9]+)?)(?<measure>万元|亿元|[项件个人家户次名起处所条份场期吨座])[^。；，：]{0,12}[，（:：]其中[：:]?"
              + "(?<parts>[^。；）]*)");

  private static final Pattern PART =
      Pattern.compile("(?<![0-9.])([0-9]+(?:\\.[0-9]+)?)(万元|亿元|[项件个人家户次名起处所条份场期吨座])");

  private static final Pattern CHANGE =
      Pattern.compile("(?:增加|减少|增长|下降|提高|降低|新增|多|少|超|比)[^0-9，。]{0,3}$|比[^，。]{1,6}$");

  @Override
  public List<String> names() {
    return List.of("count-mismatch", "parts-exceed");
  }

  @Override
  public void check(ReportRecord record, Consumer<Diagnostic> found) {
    String path = record.report().path();
    Texts.of(record).forEach(placed -> inText(path, placed, found));
    points(path, record.outline().lead(), found);
    record
        .outline()
        .walk()
        .forEach(
            section -> {
              points(path, section.body(), found);
              listings(path, section, found);
            });
  }

  private static void inText(String path, PlacedProse placed, Consumer<Diagnostic> found) {
    String text = placed.prose().text();
    Matcher listed = LISTED.matcher(text);
    while (listed.find()) {
      int count = listed.group("list").split("、").length;
      boolean open = listed.group("list").matches(".*[等和及与，/].*");
      OptionalInt number = ChineseNumerals.parse(listed.group("number"));
      if (!open && count >= SHORTEST && number.isPresent() && number.getAsInt() != count) {
        found.accept(mismatch(path, placed, listed.start(), number.getAsInt(), count));
      }
    }
    Matcher whole = WHOLE.matcher(text);
    while (whole.find()) {
      BigDecimal sum = BigDecimal.ZERO;
      Matcher part = PART.matcher(whole.group("parts"));
      List<String> parts = new ArrayList<>();
      while (part.find()) {
        boolean change = isChange(whole.group("parts"), part.start());
        if (!change && part.group(2).equals(whole.group("measure"))) {
          parts.add(part.group(1));
          sum = sum.add(new BigDecimal(part.group(1)));
        }
      }
      if (parts.size() > 1
          && !isChange(text, whole.start())
          && sum.compareTo(new BigDecimal(whole.group("whole"))) > 0) {
        found.accept(
            Diagnostic.warning(
                "parts-exceed",
                new Position(path, placed.line(), placed.column() + whole.start()),
                String.join(" + ", parts)
                    + " is more than "
                    + whole.group("whole")
                    + whole.group("measure"),
                "check the figures, or say that the parts overlap"));
      }
    }
  }

  /** Whether the figure at a place says by how much something changed. */
  private static boolean isChange(String text, int at) {
    return CHANGE.matcher(text.substring(Math.max(0, at - 8), at)).find();
  }

  private static Diagnostic mismatch(
      String path, PlacedProse placed, int start, int number, int count) {
    return Diagnostic.warning(
        "count-mismatch",
        new Position(path, placed.line(), placed.column() + start),
        number + " are announced, " + count + " are listed",
        "correct the number or the list");
  }

  /** 做好三项工作：一是…二是…, in one paragraph or over several. */
  private static void points(String path, List<Passage> body, Consumer<Diagnostic> found) {
    for (int i = 0; i < body.size(); i++) {
      if (!(body.get(i).block() instanceof Block.Paragraph paragraph)) {
        continue;
      }
      String text = paragraph.prose().text();
      List<Point> points = body.get(i).points();
      if (points.isEmpty()) {
        int following = following(body, i + 1);
        if (following > 0) {
          compare(path, paragraph, text, following, found);
        }
      } else if (points.getFirst().mark().startsWith("一") && sameForm(points)) {
        compare(
            path,
            paragraph,
            text.substring(0, points.getFirst().span().start()),
            points.size(),
            found);
      }
    }
  }

  private static boolean sameForm(List<Point> points) {
    char form = points.getFirst().mark().charAt(points.getFirst().mark().length() - 1);
    return points.stream().allMatch(p -> p.mark().charAt(p.mark().length() - 1) == form)
        && points.stream().filter(p -> p.mark().startsWith("一")).count() == 1;
  }

  /** How many paragraphs from here on each open one point, 一是 the first. */
  private static int following(List<Passage> body, int from) {
    int count = 0;
    for (int i = from; i < body.size(); i++) {
      List<Point> points = body.get(i).points();
      boolean counted =
          points.size() == 1
              && points.getFirst().span().start() == 0
              && points.getFirst().mark().matches("[一二三四五六七八九十]+[是要]");
      if (!counted || count == 0 && !points.getFirst().mark().startsWith("一")) {
        return count;
      }
      count++;
    }
    return count;
  }

  private static void compare(
      String path,
      Block.Paragraph paragraph,
      String before,
      int count,
      Consumer<Diagnostic> found) {
    Matcher announced = ANNOUNCED.matcher(before);
    if (count > 1 && announced.find()) {
      OptionalInt number = ChineseNumerals.parse(announced.group("number"));
      if (number.isPresent() && number.getAsInt() != count) {
        PlacedProse placed = new PlacedProse(paragraph.prose(), paragraph.line(), 1);
        found.accept(mismatch(path, placed, announced.start(), number.getAsInt(), count));
      }
    }
  }

  /** A Markdown list or child headings right behind the announcement. */
  private static void listings(String path, Section section, Consumer<Diagnostic> found) {
    List<Passage> body = section.body();
    for (int i = 0; i < body.size(); i++) {
      if (!(body.get(i).block() instanceof Block.Paragraph paragraph)) {
        continue;
      }
      String text = paragraph.prose().text();
      if (i + 1 < body.size() && body.get(i + 1).block() instanceof Block.Listing list) {
        compare(path, paragraph, text, list.items().size(), found);
      } else if (i + 1 == body.size() && section.children().size() > 1) {
        compare(path, paragraph, text, section.children().size(), found);
      }
    }
  }
}
