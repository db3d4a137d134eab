package annals.embedding;

import annals.compare.SentenceVectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Vectors of sentences, each computed once and kept in a file. The model is loaded when the first
 * text comes that is not in the file, so a second build of the same texts does not need it.
 */
public final class CachedVectors implements SentenceVectors, AutoCloseable {
  private static final int BATCH = 64;

  private final VectorStore store;
  private final Supplier<LanguageModel> loader;
  private final IntConsumer progress;
  private LanguageModel model;

  CachedVectors(VectorStore store, Supplier<LanguageModel> loader, IntConsumer progress) {
    this.store = store;
    this.loader = loader;
    this.progress = progress;
  }

  /**
   * Vectors kept in a folder, which is made when the first is computed.
   *
   * @param progress told how many texts more were computed; called from several threads
   */
  public static CachedVectors in(Path folder, IntConsumer progress) {
    Path file = folder.resolve("vectors-" + BgeModel.NAME + ".bin");
    return new CachedVectors(VectorStore.in(file, BgeModel.DIMENSIONS), BgeModel::new, progress);
  }

  /** Vectors that are kept nowhere but in memory. */
  public static CachedVectors inMemory(IntConsumer progress) {
    return new CachedVectors(VectorStore.inMemory(BgeModel.DIMENSIONS), BgeModel::new, progress);
  }

  /**
   * @throws ModelUnavailableException if a text is new and the model cannot be loaded
   * @throws UncheckedIOException if the file cannot be read or written
   */
  @Override
  public List<byte[]> of(List<String> texts) {
    try {
      Map<String, byte[]> known = new HashMap<>();
      Set<String> missing = new LinkedHashSet<>();
      for (String text : texts) {
        if (!known.containsKey(text) && !missing.contains(text)) {
          byte[] vector = store.find(text);
          if (vector == null) {
            missing.add(text);
          } else {
            known.put(text, vector);
          }
        }
      }
      compute(new ArrayList<>(missing), known);
      return texts.stream().map(known::get).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<byte[]> asQueries(List<String> texts) {
    return of(texts.stream().map(BgeModel.QUERY::concat).toList());
  }

  /** Batch by batch, each kept at once: a killed build goes on where it was. */
  private void compute(List<String> missing, Map<String, byte[]> known) throws IOException {
    for (int from = 0; from < missing.size(); from += BATCH) {
      List<String> batch = missing.subList(from, Math.min(missing.size(), from + BATCH));
      List<float[]> computed = model().vectors(batch);
      List<byte[]> vectors = computed.stream().map(Quantizing::bytes).toList();
      store.add(batch, vectors);
      for (int i = 0; i < batch.size(); i++) {
        known.put(batch.get(i), vectors.get(i));
      }
      progress.accept(batch.size());
    }
  }

  private synchronized LanguageModel model() {
    if (model == null) {
      try {
        model = loader.get();
      } catch (LinkageError | RuntimeException e) {
        throw new ModelUnavailableException(e);
      }
    }
    return model;
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
