package annals.figures;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that may end a text. Most texts end otherwise, which their last character alone tells.
 *
 * @param words a pattern of words of at most {@value #LONGEST} characters, ending in {@code $}
 * @param last every character in which they can end
 */
record Ending(Pattern words, String last) {
  private static final int LONGEST = 8;

  static Ending of(String words, String last) {
    return new Ending(Pattern.compile(words), last);
  }

  /** How long the end of the text is that consists of such words; 0 if it does not. */
  int length(String text) {
    int length = text.length();
    if (length == 0 || last.indexOf(text.charAt(length - 1)) < 0) {
      return 0;
    }
    Matcher matcher = words.matcher(text).region(Math.max(0, length - LONGEST), length);
    return matcher.useTransparentBounds(true).find() ? matcher.end() - matcher.start() : 0;
  }
}
