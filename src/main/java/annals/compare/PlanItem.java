package annals.compare;

/**
 * One sentence of a plan section.
 *
 * @param id made from what the sentence says, so that edits elsewhere do not change it; unique in
 *     its plan
 */
public record PlanItem(String id, SentenceRef ref, Kind kind) {
  /** Whether a later report could report on the item. */
  public enum Kind {
    /** An action, target, policy or project. */
    COMMITMENT,
    /** A slogan, principle or exhortation. */
    STATEMENT;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public String text() {
    return ref.text();
  }
}
