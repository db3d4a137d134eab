package annals.ingest;

import annals.text.Spaces;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out whether a document counts its paragraphs from the first to the last, across all its
 * headings, as addresses to a council do. Such a number is part of the paragraph, not of a heading.
 */
final class NumberedParagraphs {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<value>[0-9０-９]{1,3})(?:[.．、](?![0-9])|[\\s\\u3000])[\\s\\u3000]*(?=[^\\s\\u3000])");

  /** Fewer could be the items of one long section. */
  private static final int FEWEST = 12;

  private static final int LEAST_LENGTH = 25;

  private NumberedParagraphs() {}

  /** The indexes of the paragraphs so counted; empty where the document does not do so. */
  static BitSet in(List<TracedText> paragraphs) {
    BitSet counted = new BitSet();
    int next = 1;
    long length = 0;
    long all = 0;
    for (int i = 0; i < paragraphs.size(); i++) {
      String text = paragraphs.get(i).text();
      all += text.length();
      Matcher number = NUMBER.matcher(text);
      if (number.lookingAt() && Integer.parseInt(number.group("value")) == next && isProse(text)) {
        counted.set(i);
        next++;
      }
      length += next > 1 && isProse(text) ? text.length() : 0;
    }
    boolean throughout = next > FEWEST && length * 2 > all && !restarts(paragraphs, counted);
    return throughout ? counted : new BitSet();
  }

  /** Items of sections begin with 1 again and again. */
  private static boolean restarts(List<TracedText> paragraphs, BitSet counted) {
    int ones = 0;
    int others = 0;
    for (int i = 0; i < paragraphs.size(); i++) {
      Matcher number = NUMBER.matcher(paragraphs.get(i).text());
      if (!counted.get(i) && number.lookingAt()) {
        ones += Integer.parseInt(number.group("value")) == 1 ? 1 : 0;
        others++;
      }
    }
    return ones > 1 || others > counted.cardinality() / 2;
  }

  private static boolean isProse(String text) {
    char last = text.charAt(text.length() - 1);
    return text.length() >= LEAST_LENGTH
        && (Line.isFinished(last) || text.indexOf('。') >= 0 || Spaces.isSpace(last));
  }
}
