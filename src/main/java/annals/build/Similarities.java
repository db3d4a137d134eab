package annals.build;

import annals.compare.LexicalSimilarity;
import annals.compare.MeaningMemory;
import annals.compare.SemanticSimilarity;
import annals.compare.Similarity;
import annals.compare.Vocabulary;
import annals.embedding.CachedVectors;
import annals.embedding.MeaningFolder;
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
    Similarities of(Similarity.Kind kind, Optional<Path> root, IntConsumer computed);
  }

  private final Function<Vocabulary, Similarity> over;
  private final Closeable vectors;
  private final MeaningMemory memory;

  Similarities(Function<Vocabulary, Similarity> over, Closeable vectors, MeaningMemory memory) {
    this.over = over;
    this.vectors = vectors;
    this.memory = memory;
  }

  /**
   * Similarities of a kind.
   *
   * @param root the source folder, in which vectors and what they gave are kept; nowhere if empty
   * @param computed told how many sentences and clauses more the language model has read
   */
  public static Similarities of(Similarity.Kind kind, Optional<Path> root, IntConsumer computed) {
    if (kind == Similarity.Kind.LEXICAL) {
      return new Similarities(LexicalSimilarity::new, () -> {}, MeaningMemory.NONE);
    }
    CachedVectors vectors =
        root.isPresent()
            ? CachedVectors.in(root.get().resolve(CACHE), computed)
            : CachedVectors.inMemory(computed);
    MeaningMemory memory =
        root.isPresent() ? MeaningFolder.in(root.get().resolve(CACHE)) : MeaningMemory.NONE;
    return new Similarities(
        vocabulary -> new SemanticSimilarity(vocabulary, vectors, memory), vectors::close, memory);
  }

  /**
   * The similarity of sentences of these reports. A semantic one throws {@link
   * annals.embedding.ModelUnavailableException} when it meets a new sentence and has no model.
   */
  public Similarity over(Vocabulary vocabulary) {
    return over.apply(vocabulary);
  }

  /** To be called once every plan of the archive was compared: what none needed is given up. */
  void forgetOthers() {
    memory.forgetOthers();
  }

  @Override
  public void close() throws IOException {
    vectors.close();
  }
}
