package annals.build;

import annals.compare.LexicalSimilarity;
import annals.compare.SemanticSimilarity;
import annals.compare.Similarity;
import annals.compare.Vocabulary;
import annals.embedding.CachedVectors;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Gives each family of units its similarity, of one kind for all. Safe for several threads. */
public final class Similarities implements AutoCloseable {
  private static final String CACHE = ".annals";

  /** Where similarities of a kind come from: {@link Similarities#of}. */
  interface Source {
    Similarities of(Similarity.Kind kind, Optional<Path> root, IntConsumer computed)
        throws IOException;
  }

  private final Function<Vocabulary, Similarity> over;
  private final Closeable vectors;

  Similarities(Function<Vocabulary, Similarity> over, Closeable vectors) {
    this.over = over;
    this.vectors = vectors;
  }

  /**
   * Similarities of a kind.
   *
   * @param root the source folder, in which vectors are kept; nowhere if empty
   * @param computed told how many sentences and clauses more the language model has read
   * @throws IOException if the vectors that are kept cannot be read
   */
  public static Similarities of(Similarity.Kind kind, Optional<Path> root, IntConsumer computed)
      throws IOException {
    if (kind == Similarity.Kind.LEXICAL) {
      return new Similarities(LexicalSimilarity::new, () -> {});
    }
    CachedVectors vectors =
        root.isPresent()
            ? CachedVectors.in(root.get().resolve(CACHE), computed)
            : CachedVectors.inMemory(computed);
    return new Similarities(
        vocabulary -> new SemanticSimilarity(vocabulary, vectors), vectors::close);
  }

  /**
   * The similarity of sentences of these reports. A semantic one throws {@link
   * annals.embedding.ModelUnavailableException} when it meets a new sentence and has no model.
   */
  public Similarity over(Vocabulary vocabulary) {
    return over.apply(vocabulary);
  }

  @Override
  public void close() throws IOException {
    vectors.close();
  }
}
