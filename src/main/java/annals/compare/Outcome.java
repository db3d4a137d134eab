package annals.compare;

import annals.report.ReportId;
import java.util.Optional;

/**
 * A sentence of a later report that reports on a plan item.
 *
 * @param score 0 to 1, as {@link Similarity} gave it; 1 if a person named it
 * @param added the report it stands in, if a person named it; otherwise it stands in the
 *     follow-up's account
 */
public record Outcome(SentenceRef ref, double score, Optional<ReportId> added) {
  /** An outcome found by comparing. */
  public Outcome(SentenceRef ref, double score) {
    this(ref, score, Optional.empty());
  }
}
