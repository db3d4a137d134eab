package annals.page;

import annals.figures.Mention;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The words of the pages in one language, by key. A key that does not exist is a mistake in the
 * program or the theme and throws; a page never shows a key instead of a word.
 */
public final class Labels {
  private final Map<String, String> texts;

  public Labels(Map<String, String> texts) {
    this.texts = Collections.unmodifiableMap(new HashMap<>(texts));
  }

  /**
   * The text of a key, with {@code {0}}, {@code {1}}, … replaced by the arguments.
   *
   * @throws IllegalArgumentException if there is no such key
   */
  public String text(String key, Object... arguments) {
    String pattern = texts.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("the theme has no text for: " + key);
    }
    if (arguments.length == 0) {
      return pattern;
    }
    StringBuilder out = new StringBuilder(pattern.length() + 32);
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      if (c == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}') {
        int index = pattern.charAt(i + 1) - '0';
        if (index >= 0 && index < arguments.length) {
          out.append(arguments[index]);
          i += 3;
          continue;
        }
      }
      out.append(c);
      i++;
    }
    return out.toString();
  }

  /**
   * A number with its bounds as its sentence writes it, behind the word for its direction if it is
   * a change: 305件以内, 下降12.0%.
   *
   * @param sentence the text in which the number stands
   */
  public String number(Mention mention, String sentence) {
    String written = mention.written().of(sentence);
    boolean rate = mention.indicator().measure().equals("%");
    return switch (mention.sense()) {
      case RISE -> text(rate ? "indicators.rise" : "indicators.more", written);
      case FALL -> text(rate ? "indicators.fall" : "indicators.less", written);
      case LEVEL, ASIDE -> written;
    };
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** All texts by key, for templates; unmodifiable, in no order. */
  public Map<String, String> all() {
    return texts;
  }
}
