package annals.gate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Goes through a text once, character by character, and looks closer only where a character can
 * belong to a mark, a number, an address or a list of names.
 */
final class Scanner {
  private static final int HEAD_LINES = 12;

  /** The ideographs at which {@link #clue} looks. */
  private static final BitSet CLUES = new BitSet();

  static {
    "密焚传散销部存管收公印制载发址室弄元住籍口名".chars().forEach(CLUES::set);
  }

  private final String text;
  private final List<Hit> hits = new ArrayList<>();
  private final MarkScan marks = new MarkScan(hits::add);
  private final NumberScan numbers;
  private final PersonScan persons;

  private int lineStart;
  private int lines;
  private int fences;
  private boolean markWord;
  private boolean addressWord;
  private boolean tableWord;

  private int wordStart = -1;
  private int names;
  private int namesStart;
  private int namesEnd;

  private Scanner(String text) {
    this.text = text;
    this.numbers = new NumberScan(text, hits::add);
    this.persons = new PersonScan(text, hits::add);
  }

  /** Everything in a text that must not be published, by place. */
  static List<Hit> scan(String text) {
    return new Scanner(text).scan();
  }

  private List<Hit> scan() {
    int digitsEnd = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u4e00' && c <= '\u9fff') {
        if (wordStart < 0) {
          wordStart = i;
        }
        if (CLUES.get(c)) {
          clue(c, i);
        }
        continue;
      }
      if (wordStart >= 0) {
        wordEnds(i);
      }
      if (c == '\n') {
        lineEnds(i);
      } else if (i >= digitsEnd && NumberScan.digit(c) >= 0) {
        digitsEnd = numbers.from(i);
      }
    }
    if (wordStart >= 0) {
      wordEnds(text.length());
    }
    namesEnd();
    lineEnds(text.length());
    hits.sort(Comparator.comparingInt(hit -> hit.span().start()));
    return List.copyOf(hits);
  }

  private void clue(char c, int i) {
    switch (c) {
      case '密', '焚' -> markWord = true;
      case '传', '散', '销' -> markWord |= i > 0 && "外扩后".indexOf(text.charAt(i - 1)) >= 0;
      case '部' -> markWord |= i > 0 && text.charAt(i - 1) == '内';
      case '存', '管' -> markWord |= i > 0 && (text.charAt(i - 1) == '保');
      case '收', '公' -> markWord |= i > 0 && "后予得勿止".indexOf(text.charAt(i - 1)) >= 0;
      case '印', '制', '载', '发' -> markWord |= i > 0 && "翻复转".indexOf(text.charAt(i - 1)) >= 0;
      case '址' -> addressWord = true;
      case '室', '弄' -> addressWord |= i > 0 && NumberScan.digit(text.charAt(i - 1)) >= 0;
      case '元' -> addressWord |= i > 0 && text.charAt(i - 1) == '单';
      case '住' -> addressWord |= i > 0 && text.charAt(i - 1) == '家';
      case '籍', '口' -> addressWord |= i > 0 && text.charAt(i - 1) == '户';
      case '名' -> tableWord |= i > 0 && text.charAt(i - 1) == '姓';
      default -> {}
    }
  }

  private void wordEnds(int end) {
    if (persons.isName(wordStart, end)) {
      if (names == 0 || wordStart - namesEnd > 8) {
        namesEnd();
        namesStart = wordStart;
      }
      names++;
      namesEnd = end;
    } else if (end - wordStart > 1 || !isBracketed(wordStart)) {
      namesEnd();
    }
    wordStart = -1;
  }

  /** Whether a single character such as 女 stands inside brackets behind a name. */
  private boolean isBracketed(int at) {
    for (int i = at - 1; i >= Math.max(0, at - 12); i--) {
      if (text.charAt(i) == '（' || text.charAt(i) == '(') {
        return true;
      }
    }
    return false;
  }

  private void namesEnd() {
    if (names > 1) {
      persons.names(names, namesStart, namesEnd);
    }
    names = 0;
  }

  private void lineEnds(int end) {
    if (markWord || addressWord || tableWord) {
      if (markWord) {
        marks.line(text.substring(lineStart, end), lineStart, lines < HEAD_LINES);
      }
      if (addressWord) {
        persons.addresses(lineStart, end);
      }
      if (tableWord) {
        persons.table(lineStart, end);
      }
    }
    if (fences < 2 && end - lineStart == 3 && text.startsWith("---", lineStart)) {
      fences++;
      lines = 0;
    } else if (end > lineStart) {
      lines++;
    }
    markWord = false;
    addressWord = false;
    tableWord = false;
    lineStart = end + 1;
  }
}
