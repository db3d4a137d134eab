package annals.cli;

import annals.compare.Similarity;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says what plans and accounts are compared by; it wins over annals.yaml. */
final class SimilarityOption {
  /** As the option is written. */
  enum Choice {
    lexical(Similarity.Kind.LEXICAL),
    semantic(Similarity.Kind.SEMANTIC);

    private final Similarity.Kind kind;

    Choice(Similarity.Kind kind) {
      this.kind = kind;
    }
  }

  @Option(
      names = "--similarity",
      paramLabel = "KIND",
      description = "compare plans and accounts by words alone (lexical) or by meaning (semantic)")
  private Choice choice;

  Optional<Similarity.Kind> stated() {
    return Optional.ofNullable(choice).map(c -> c.kind);
  }
}
