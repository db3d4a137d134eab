package annals.gate;

import annals.text.Span;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds secrecy marks and marks of internal use. A mark stands by itself: alone on its line, at the
 * line's left (GB/T 9704-2012) or right end (1999), in brackets of its own, or behind 密级：. The same
 * words inside a sentence are talk about marks.
 */
final class MarkScan {
  private static final String LEVEL = "[绝机秘]\\s*密";
  private static final String STAR = "[★☆⭐✩✪✭✯⋆*＊∗﹡]";
  private static final String PERIOD =
      "(?:长\\s*期|永\\s*久|[0-9０-９一二三四五六七八九十]+\\s*(?:年|个?月|周|天|日)(?:\\s*[0-9]{1,2}\\s*月)?(?:\\s*[0-9]{1,2}\\s*日)?"
          + "|至?\\s*[0-9]{4}[-./][0-9]{1,2}(?:[-./][0-9]{1,2})?|[^，。；：\\s]{0,8}(?:启用|使用完毕|公布|公开|发布|解密|施行)(?:之?前)?|本件)";
  private static final String URGENCY = "(?:特\\s*急|加\\s*急|平\\s*急|特\\s*提|急\\s*件)";
  private static final String NOT_PROSE = "(?![的等是为应指级或和与、，字标])";

  /**
   * With a star: at the line's beginning, or behind white space and up to white space or the end.
   */
  private static final Pattern STARRED =
      Pattern.compile(
          "^[（(【\\[]?\\s*(?:[0-9]{6}\\s*)?(?:"
              + URGENCY
              + "\\s*)?(?<left>"
              + LEVEL
              + "\\s*"
              + STAR
              + "\\s*"
              + PERIOD
              + "?+)"
              + NOT_PROSE
              + "|(?:\\s|^[0-9]{6}|[:：|])(?<right>"
              + LEVEL
              + "\\s*"
              + STAR
              + "\\s*"
              + PERIOD
              + "?+)(?=\\s*(?:"
              + URGENCY
              + ")?\\s*[|】\\]）)]?$|\\s{1,})");

  /** Without a star, alone on its line; without a period only at the head of a document. */
  private static final Pattern ALONE =
      Pattern.compile(
          "^(?:份号[:：]?\\s*)?(?:[0-9]{6}\\s*)?(?:"
              + URGENCY
              + "\\s*)?[（(【\\[]?\\s*(?<mark>"
              + LEVEL
              + "\\s*[·•—-]?\\s*(?<period>"
              + PERIOD
              + ")?)\\s*[）)】\\]]?\\s*(?:"
              + URGENCY
              + ")?$");

  private static final Pattern LABELLED =
      Pattern.compile(
          "^(?:.*[\\s|，；])?(?:密\\s*级|保密等级|涉密等级|保密级别|secrecy|classification|security)\\s*[:：|]\\s*(?<mark>"
              + LEVEL
              + "|内部)(?!\\s*[、,，和或及/]|[\\u4e00-\\u9fff])");

  private static final String INTERNAL =
      "(?:仅?供?内部(?:资料|文件|材料|参考|刊物|使用|传阅|掌握|发行|交流|参阅)|请?注意(?:保存|保密|保管)|请?妥善(?:保管|保存)"
          + "|(?:不得|严禁|禁止|请勿|切勿|不准|勿)(?:外传|扩散|翻印|复印|复制|外泄|公开|上网|转载|传播|转发)(?:[、和或](?:外传|扩散|翻印|复印|复制|外泄|公开|上网|转载|传播|转发))*"
          + "|工作秘密|阅后(?:即焚|收回|退回|销毁)|会后收回|不予公开)";
  private static final String INTERNALS =
      INTERNAL + "(?:[，,、。；;：:！!·★☆\\s—-]*" + INTERNAL + ")*(?:\\s*[★☆*]?\\s*(?:长期|[0-9]+\\s*年))?";
  private static final Pattern INTERNAL_LINE =
      Pattern.compile(
          "^[★☆※\\s]*[（(【\\[〔]?\\s*(?<line>"
              + INTERNALS
              + ")\\s*[。！!]?[）)】\\]〕]?[。！!]?$"
              + "|^[（(【\\[〔]\\s*(?<head>"
              + INTERNALS
              + ")\\s*[）)】\\]〕]"
              + "|[（(【\\[〔]\\s*(?<tail>"
              + INTERNALS
              + ")\\s*[）)】\\]〕]$"
              + "|\\s{2,}(?<right>"
              + INTERNALS
              + ")$"
              + "|^[a-z]+:\\s*(?<value>"
              + INTERNALS
              + ")$");

  private static final Pattern TAGS = Pattern.compile("<[^<>]{0,200}>");
  private static final Pattern STARS =
      Pattern.compile("&(?:#9733|#x2605|starf|bigstar|#9734|star);");
  private static final Pattern MARKUP =
      Pattern.compile("\\*\\*|__|~~|[`\\\\\"'\\u200b-\\u200f\\u2060\\ufeff\\u00ad]|&nbsp;|&emsp;");
  private static final Pattern LEADING =
      Pattern.compile("^[#>|\\s\\u3000-]+|[|\\s]+$|^[a-z]+:\\s+(?=[绝机秘])");
  private static final int LONGEST = 120;

  private final Consumer<Hit> found;

  MarkScan(Consumer<Hit> found) {
    this.found = found;
  }

  /**
   * Looks at a line in which a word of a mark stands.
   *
   * @param start where the line begins in its text
   * @param atHead whether it is one of the first lines of its document
   */
  void line(String line, int start, boolean atHead) {
    if (line.length() > LONGEST && !hasStar(line)) {
      return;
    }
    String plain = TAGS.matcher(line).replaceAll("");
    plain = STARS.matcher(plain).replaceAll("★");
    plain =
        MARKUP
            .matcher(plain)
            .replaceAll("")
            .replace('\u3000', ' ')
            .replace('\u00a0', ' ')
            .replace('\t', ' ');
    plain = LEADING.matcher(plain).replaceAll("");
    Span span = new Span(start, start + line.length());
    if (!secret(plain, span, atHead)) {
      internal(plain, span);
    }
  }

  private static boolean hasStar(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '&' || c > '*' && STAR.indexOf(c) > 0) {
        return true;
      }
    }
    return false;
  }

  private boolean secret(String line, Span span, boolean atHead) {
    Matcher starred = STARRED.matcher(line);
    if (starred.find()) {
      return tell(
          "secrecy-mark",
          starred.group("left") != null ? starred.group("left") : starred.group("right"),
          span);
    }
    Matcher alone = ALONE.matcher(line);
    if (alone.find() && (atHead || alone.group("period") != null)) {
      return tell("secrecy-mark", alone.group("mark"), span);
    }
    Matcher labelled = LABELLED.matcher(line);
    if (labelled.find()) {
      String mark = labelled.group("mark");
      return tell(mark.equals("内部") ? "internal-mark" : "secrecy-mark", mark, span);
    }
    return false;
  }

  private void internal(String line, Span span) {
    Matcher internal = INTERNAL_LINE.matcher(line);
    if (internal.find()) {
      for (int group = 1; group <= internal.groupCount(); group++) {
        if (internal.group(group) != null) {
          tell("internal-mark", internal.group(group), span);
          return;
        }
      }
    }
  }

  private boolean tell(String code, String mark, Span span) {
    found.accept(new Hit(code, span, mark.replaceAll("[\\s*_]", "")));
    return true;
  }
}
