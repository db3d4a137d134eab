package annals.reader;

/**
 * Something that a reader left out, made or doubts.
 *
 * @param rule kebab-case name, for the log and as the code of a diagnostic
 * @param reason in the words of the import log
 * @param piece 0-based index of the piece near which it stood
 * @param text the characters concerned
 */
public record Finding(What what, String rule, String reason, int piece, String text) {
  /** What was done. */
  public enum What {
    /** In the file, not in the pieces. */
    DROPPED,
    /** In the pieces, in the file only as something other than text. */
    MADE,
    /** Kept as it is; a person should look. */
    DOUBTED
  }
}
