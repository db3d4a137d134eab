package annals.ingest;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which characters of a plain text need a backslash so that CommonMark reads the text as it stands.
 * As few as can be: people correct these files by hand, so a lone * or [ stays bare.
 */
final class MarkdownEscapes {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});");
  private static final Pattern HTML = Pattern.compile("<[A-Za-z/!?]");

  /**
   * What begins a block when it stands at the beginning of a line; the group gets the backslash.
   */
  private static final Pattern BLOCK_START =
      Pattern.compile(
          "(#)#{0,5}(?:[ \\t]|$)"
              + "|(>)"
              + "|([-+*])(?:[ \\t]|$)"
              + "|[0-9]{1,9}([.)])(?:[ \\t]|$)"
              + "|([-*_])[ \\t]*(?:[-*_][ \\t]*){2,}$"
              + "|(~)~~");

  /** What would make a heading of the line above it. */
  private static final Pattern UNDERLINE = Pattern.compile("(=)=*[ \\t]*$");

  private static final Pattern CLOSING_HASHES = Pattern.compile("(?:^|[ \\t])(#)#*$");

  private final String text;
  private final BitSet escaped = new BitSet();

  private MarkdownEscapes(String text) {
    this.text = text;
  }

  /**
   * The indices to be escaped in the text of a paragraph, heading or cell.
   *
   * @param marked whether the text carries formatting, so that every delimiter in it counts
   */
  static BitSet inline(String text, boolean marked) {
    MarkdownEscapes escapes = new MarkdownEscapes(text);
    escapes.emphasis('*', marked);
    escapes.emphasis('_', marked);
    escapes.all('`');
    if (marked || text.contains("](") || text.startsWith("[")) {
      escapes.all('[');
      escapes.all(']');
    }
    escapes.matches(ENTITY);
    escapes.matches(HTML);
    escapes.backslashes();
    return escapes.escaped;
  }

  /** Adds what would begin a block at the beginning of the text. */
  static void firstLine(String text, BitSet escaped) {
    add(BLOCK_START.matcher(text), escaped);
  }

  /** Adds what would begin a block where a further line of a paragraph begins. */
  static void furtherLine(String text, int start, BitSet escaped) {
    add(BLOCK_START.matcher(text).region(start, text.length()), escaped);
    add(UNDERLINE.matcher(text).region(start, text.length()), escaped);
  }

  private static void add(Matcher matcher, BitSet escaped) {
    if (matcher.lookingAt()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.start(group) >= 0) {
          escaped.set(matcher.start(group));
        }
      }
    }
  }

  /** Adds what would be read as the closing sequence of a heading. */
  static void headingEnd(String text, BitSet escaped) {
    Matcher matcher = CLOSING_HASHES.matcher(text);
    if (matcher.find()) {
      escaped.set(matcher.start(1));
    }
  }

  static void all(String text, char c, BitSet escaped) {
    for (int i = text.indexOf(c); i >= 0; i = text.indexOf(c, i + 1)) {
      escaped.set(i);
    }
  }

  private void all(char c) {
    all(text, c, escaped);
  }

  private void matches(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      escaped.set(matcher.start());
    }
  }

  /** A single run of * or _ opens nothing that could be closed; two may. */
  private void emphasis(char delimiter, boolean marked) {
    BitSet delimiters = new BitSet();
    int runs = 0;
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && text.charAt(end) == delimiter) {
        end++;
      }
      if (end > i && !(delimiter == '_' && isInsideWord(i, end))) {
        delimiters.set(i, end);
        runs++;
      }
      i = Math.max(end, i + 1);
    }
    if (runs > 1 || (marked && runs > 0)) {
      escaped.or(delimiters);
    }
  }

  private boolean isInsideWord(int start, int end) {
    return start > 0
        && end < text.length()
        && Character.isLetterOrDigit(text.charAt(start - 1))
        && Character.isLetterOrDigit(text.charAt(end));
  }

  private void backslashes() {
    for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i + 1)) {
      if (i + 1 == text.length() || isPunctuation(text.charAt(i + 1))) {
        escaped.set(i);
      }
    }
  }

  private static boolean isPunctuation(char c) {
    return (c > ' ' && c < '0')
        || (c > '9' && c < 'A')
        || (c > 'Z' && c < 'a')
        || (c > 'z' && c < 0x7f);
  }
}
