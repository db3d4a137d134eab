package annals.diagnostic;

/**
 * What an author has answered already: findings of one code in one place, with the reason why they
 * are in order.
 *
 * @param code the code as the author wrote it, short or by name
 * @param reason why; empty if none was given
 * @param line the 1-based line of the answer itself; 0 if it stands for the whole file
 * @param from the first line it covers
 * @param to the last line it covers; less than {@code from} if it covers nothing
 */
public record Suppression(String code, String reason, int line, int from, int to) {
  /** An answer for a file as a whole. */
  public static Suppression ofFile(String code, String reason) {
    return new Suppression(code, reason, 0, 0, Integer.MAX_VALUE);
  }

  /** Whether it covers this place in its file. */
  public boolean covers(Position position) {
    return from <= position.line() && position.line() <= to;
  }
}
