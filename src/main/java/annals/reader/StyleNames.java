package annals.reader;

import annals.text.ChineseNumerals;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of paragraph styles say, those of word processors and those that offices make. */
final class StyleNames {
  private static final Pattern HEADING =
      Pattern.compile(
          "(?:样式 ?)?(?:公文|正文|自定义|文档)?(?:heading|标题|標題) ?(?<a>[1-9一二三四五六七八九])(?![0-9]).{0,20}"
              + "|(?:公文)?(?:第)?(?<b>[1-9一二三四五六七八九]) ?[级層层級] ?(?:标题|標題).{0,6}");
  private static final Pattern PARTS = Pattern.compile("(?<part>[章节節条條])(?:标题|標題|名)?");
  private static final Pattern TITLE =
      Pattern.compile("title|(?:公文|文章|文档|大|主|总|報告|报告)?(?:标题|標題)|题目|題目|文头标题");
  private static final Pattern CONTENTS = Pattern.compile("(?:toc|目录|目錄) ?[1-9]");

  private StyleNames() {}

  /** 1 to 9 for a heading, 0 for none. */
  static int level(String name) {
    String plain = name.strip().toLowerCase(java.util.Locale.ROOT);
    Matcher heading = HEADING.matcher(plain);
    if (heading.matches() && !plain.contains("char") && !plain.contains("字符")) {
      String number = heading.group("a") == null ? heading.group("b") : heading.group("a");
      return ChineseNumerals.parse(number).orElse(0);
    }
    Matcher part = PARTS.matcher(plain);
    return part.matches() ? 1 + "章节条".indexOf(simple(part.group("part"))) : 0;
  }

  private static String simple(String part) {
    return part.equals("節") ? "节" : part.equals("條") ? "条" : part;
  }

  static boolean isTitle(String name) {
    return TITLE.matcher(name.strip().toLowerCase(java.util.Locale.ROOT)).matches();
  }

  static boolean isContents(String name) {
    return CONTENTS.matcher(name.strip().toLowerCase(java.util.Locale.ROOT)).matches();
  }
}
