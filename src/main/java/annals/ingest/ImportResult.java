package annals.ingest;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an import did, or in a dry run would do.
 *
 * @param documents in the order in which they were taken up
 * @param diagnostics by place
 */
public record ImportResult(List<Document> documents, List<Diagnostic> diagnostics) {
  public ImportResult {
    documents = List.copyOf(documents);
    diagnostics = diagnostics.stream().sorted().distinct().toList();
  }

  /** What became of a document. */
  public enum Status {
    CREATED,
    UPDATED,
    UNCHANGED,
    /** Left alone, for someone has edited the report since, or its original has changed. */
    KEPT,
    /** Not imported; a diagnostic says why. */
    REFUSED;

    /** The word used in messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A source document.
   *
   * @param source its path as in diagnostics
   * @param target the report's path as in diagnostics; empty where it could not be settled
   * @param facts what was found out about it; empty where it could not be read
   */
  public record Document(
      String source, Optional<String> target, Status status, Optional<Facts> facts) {}

  /**
   * What a table of an import shows.
   *
   * @param unit as the text or the caller names it
   * @param removed how many removals its log holds
   * @param doubts what of title, unit, year and kind was not said plainly by the text
   */
  public record Facts(
      String title, String unit, int year, String kind, int removed, List<String> doubts) {
    public Facts {
      doubts = List.copyOf(doubts);
    }
  }

  public long count(Status status) {
    return documents.stream().filter(document -> document.status() == status).count();
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }
}
