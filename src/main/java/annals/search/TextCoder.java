package annals.search;

import annals.output.OutputFile;
import annals.search.ReportText.PassageText;
import annals.search.ReportText.SectionText;
import java.util.List;

/**
 * Makes a report's text a file of its own: one string with separators, shortened by the pairs that
 * repeat in it and in a Huffman code made for this report alone, so that a report that changes
 * changes no other's file. See docs/index-format.md. Keeps tables between reports; not thread-safe.
 */
final class TextCoder {
  private static final char FIELD = '\u0001';
  private static final char SECTION = '\u0002';
  private static final char PASSAGE = '\u0003';

  private static final int MOST_SYMBOLS = PairGrammar.FIRST_RULE + PairGrammar.MOST_RULES;

  private final PairGrammar grammar = new PairGrammar();
  private final int[] counts = new int[MOST_SYMBOLS];
  private final int[] codes = new int[MOST_SYMBOLS];
  private final byte[] lengths = new byte[MOST_SYMBOLS];

  OutputFile encode(ReportText report) {
    grammar.read(join(report));
    int rules = grammar.ruleCount();
    HuffmanCode code = HuffmanCode.of(frequencies());
    assign(code);
    BitWriter bits = new BitWriter();
    bits.writeGolomb(grammar.length(), IndexFormat.TEXT_LENGTH_ORDER);
    bits.writeGolomb(rules, IndexFormat.RULE_COUNT_ORDER);
    code.write(bits);
    for (int i = 0; i < 2 * rules; i++) {
      write(grammar.ruleSymbol(i), bits);
    }
    for (int i = 0; i < grammar.length(); i++) {
      write(grammar.symbol(i), bits);
    }
    return Script.ofBits(IndexFormat.textName(report.id()), bits);
  }

  private void write(int symbol, BitWriter bits) {
    int number = number(symbol);
    bits.write(codes[number], lengths[number]);
  }

  /** In the file the rules are numbered from 0, and the UTF-16 units behind them. */
  private int number(int symbol) {
    return symbol >= PairGrammar.FIRST_RULE
        ? symbol - PairGrammar.FIRST_RULE
        : symbol + grammar.ruleCount();
  }

  private static String join(ReportText report) {
    StringBuilder text = new StringBuilder(report.url());
    for (SectionText section : report.sections()) {
      text.append(SECTION).append(section.anchor());
      text.append(FIELD).append(section.level());
      text.append(FIELD).append(section.role().ordinal());
      text.append(FIELD).append(section.target());
      text.append(FIELD).append(section.heading());
      List<PassageText> passages = section.passages();
      for (int i = 0; i < passages.size(); i++) {
        String anchor = passages.get(i).anchor();
        String regular = section.anchor() + "-p" + (i + 1);
        text.append(PASSAGE).append(anchor.equals(regular) ? "" : anchor);
        passages.get(i).paragraphs().forEach(p -> text.append(FIELD).append(p));
      }
    }
    return text.toString();
  }

  private long[] frequencies() {
    IntList seen = new IntList();
    for (int i = 0; i < 2 * grammar.ruleCount(); i++) {
      count(grammar.ruleSymbol(i), seen);
    }
    for (int i = 0; i < grammar.length(); i++) {
      count(grammar.symbol(i), seen);
    }
    long[] frequencies = new long[seen.size()];
    for (int i = 0; i < frequencies.length; i++) {
      int number = seen.get(i);
      frequencies[i] = (long) counts[number] << HuffmanCode.SYMBOL_BITS | number;
      counts[number] = 0;
    }
    return frequencies;
  }

  private void count(int symbol, IntList seen) {
    int number = number(symbol);
    if (counts[number]++ == 0) {
      seen.add(number);
    }
  }

  /** Codes ascend through the alphabet, a longer one beginning where the shorter ones ended. */
  private void assign(HuffmanCode code) {
    int next = 0;
    int symbol = 0;
    for (int length = 1; length <= code.lengthCounts().length; length++) {
      for (int i = 0; i < code.lengthCounts()[length - 1]; i++) {
        int number = code.alphabet()[symbol++];
        codes[number] = next++;
        lengths[number] = (byte) length;
      }
      next <<= 1;
    }
  }
}
