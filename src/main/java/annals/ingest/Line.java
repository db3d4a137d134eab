package annals.ingest;

import annals.outline.Numbering;

/**
 * A line on its way from the source to a paragraph, without white space at its ends.
 *
 * @param afterBlank whether a blank line, or the beginning of a paragraph, stands before it
 * @param indented whether white space stood at its beginning
 * @param fixed whether it is a cell or a picture, which is neither split, joined nor taken for
 *     noise
 */
record Line(TracedText text, boolean afterBlank, boolean indented, boolean fixed) {
  private static final String ENDS = "。！？!?；;：:…";
  private static final String CLOSERS = "”’」』）)】》〉]\"'";
  private static final String CONTINUERS = "，。、；：》）”’！？】」』〉";
  private static final String OPENERS = "《（“‘【「『〈(";

  Line withText(TracedText other) {
    return new Line(other, afterBlank, indented, fixed);
  }

  /** The same line with a gap before it. */
  Line afterGap() {
    return new Line(text, true, indented, fixed);
  }

  String string() {
    return text.text();
  }

  int length() {
    return text.length();
  }

  /** Whether it ends as a sentence, a list introduction or a quotation does. */
  boolean isFinished() {
    return isFinished(text.last());
  }

  /** Whether it begins with punctuation that no paragraph begins with. */
  boolean beginsWithContinuer() {
    return CONTINUERS.indexOf(text.first()) >= 0;
  }

  boolean beginsWithNumber() {
    return Numbering.parse(head(16)).isPresent();
  }

  boolean beginsWithDash() {
    return text.first() == '—' || text.first() == '─' || text.first() == '-';
  }

  /** Its first characters, at most {@code length} of them. */
  String head(int length) {
    return string().substring(0, Math.min(length, length()));
  }

  /** Its last characters, at most {@code length} of them. */
  String tail(int length) {
    return string().substring(Math.max(0, length() - length));
  }

  static boolean isFinished(char last) {
    return ENDS.indexOf(last) >= 0 || isCloser(last);
  }

  static boolean isOpener(char c) {
    return OPENERS.indexOf(c) >= 0;
  }

  static boolean isSentenceEnd(char c) {
    return "。！？!?；：:".indexOf(c) >= 0;
  }

  static boolean isCloser(char c) {
    return CLOSERS.indexOf(c) >= 0;
  }
}
