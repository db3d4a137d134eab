package annals.search;

import annals.output.OutputFile;
import annals.search.ReportText.PassageText;
import annals.search.ReportText.SectionText;
import java.util.List;

/**
 * Makes a report's text a file of its own: one string with separators, in a Huffman code made for
 * this report alone, so that a report that changes changes no other's file. See
 * docs/index-format.md. Keeps tables between reports; not thread-safe.
 */
final class TextCoder {
  private static final char FIELD = '\u0001';
  private static final char SECTION = '\u0002';
  private static final char PASSAGE = '\u0003';

  private final int[] counts = new int[1 << 16];
  private final int[] codes = new int[1 << 16];
  private final byte[] lengths = new byte[1 << 16];

  OutputFile encode(ReportText report) {
    String text = join(report);
    HuffmanCode code = HuffmanCode.of(frequencies(text));
    assign(code);
    BitWriter bits = new BitWriter();
    bits.writeGolomb(text.length(), IndexFormat.TEXT_LENGTH_ORDER);
    code.write(bits);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bits.write(codes[c], lengths[c]);
    }
    return Script.ofBits(IndexFormat.textName(report.id()), bits);
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

  private long[] frequencies(String text) {
    int distinct = 0;
    for (int i = 0; i < text.length(); i++) {
      if (counts[text.charAt(i)]++ == 0) {
        distinct++;
      }
    }
    long[] frequencies = new long[distinct];
    for (int i = 0; distinct > 0; i++) {
      char c = text.charAt(i);
      if (counts[c] > 0) {
        frequencies[--distinct] = (long) counts[c] << 16 | c;
        counts[c] = 0;
      }
    }
    return frequencies;
  }

  /** Codes ascend through the alphabet, a longer one beginning where the shorter ones ended. */
  private void assign(HuffmanCode code) {
    int next = 0;
    int symbol = 0;
    for (int length = 1; length <= code.lengthCounts().length; length++) {
      for (int i = 0; i < code.lengthCounts()[length - 1]; i++) {
        char c = code.alphabet()[symbol++];
        codes[c] = next++;
        lengths[c] = (byte) length;
      }
      next <<= 1;
    }
  }
}
