package annals.bench;

import java.util.List;

/**
 * Something to search for, with what it means stated apart from its text, so that whoever says what
 * it should find parses nothing.
 *
 * @param text as a reader types it
 * @param clauses alternatives, one of which a report has to satisfy
 */
record Query(Kind kind, String text, List<Clause> clauses) {
  enum Kind {
    WORD("two-character words"),
    RUN("runs of 4 to 8"),
    PHRASE("phrases of 10 to 16"),
    CHARACTER("single characters"),
    MIXED("mixed");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /**
   * @param all what has to stand together
   * @param none what the report must not have anywhere
   */
  record Clause(List<Term> all, List<Term> none) {}

  /**
   * @param quoted whether punctuation and spaces have to be the same
   */
  record Term(String text, boolean quoted) {
    static Term plain(String text) {
      return new Term(text, false);
    }
  }

  static Query of(Kind kind, String text) {
    return new Query(
        kind, text, List.of(new Clause(List.of(Term.plain(text)), List.of())));
  }

  boolean hasSeveralTerms() {
    return clauses.stream().anyMatch(clause -> clause.all().size() > 1);
  }
}
