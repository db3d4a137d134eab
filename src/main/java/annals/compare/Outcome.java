package annals.compare;

/**
 * A sentence of the later report that reports on a plan item.
 *
 * @param score 0 to 1, as {@link Similarity} gave it
 */
public record Outcome(SentenceRef ref, double score) {}
