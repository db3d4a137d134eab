package annals.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedVectorsTest {
  private static final int DIMENSIONS = 8;

  @TempDir Path folder;

  /** Places a text by its characters, and remembers what it was asked. */
  private static final class CountingModel implements LanguageModel {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @Override
    public List<float[]> vectors(List<String> texts) {
      asked.addAll(texts);
      return texts.stream().map(CountingModel::vector).toList();
    }

    private static float[] vector(String text) {
      float[] vector = new float[DIMENSIONS];
      for (int i = 0; i < text.length(); i++) {
        vector[i % DIMENSIONS] += (text.charAt(i) % 97) / 31f - 1;
      }
      return vector;
    }
  }

  private final CountingModel model = new CountingModel();

  private CachedVectors open(Supplier<LanguageModel> loader) throws IOException {
    return new CachedVectors(VectorStore.in(file(), DIMENSIONS), loader, computed -> {});
  }

  private CachedVectors open() throws IOException {
    return open(() -> model);
  }

  private Path file() {
    return folder.resolve(".annals/vectors.bin");
  }

  private static List<String> texts(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "修缮老西门码头第" + i + "段。").toList();
  }

  private static void assertSame(List<byte[]> expected, List<byte[]> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), actual.get(i));
    }
  }

  @Test
  void aTextAsAQueryIsAskedWithTheInstructionAndKeptApart() throws IOException {
    try (CachedVectors vectors = open()) {
      byte[] query = vectors.asQueries(texts(0, 1)).getFirst();
      byte[] plain = vectors.of(texts(0, 1)).getFirst();
      assertFalse(Arrays.equals(query, plain));
      assertTrue(model.asked.getFirst().endsWith(texts(0, 1).getFirst()));
      assertTrue(model.asked.getFirst().length() > texts(0, 1).getFirst().length());
      assertEquals(2, model.asked.size());
      assertArrayEquals(query, vectors.asQueries(texts(0, 1)).getFirst());
      assertEquals(2, model.asked.size());
    }
  }

  @Test
  void whatWasComputedIsKeptAndTheSameBytesComeBackWithoutTheModel() throws IOException {
    List<byte[]> computed;
    try (CachedVectors vectors = open()) {
      computed = vectors.of(texts(0, 200));
    }
    CachedVectors again =
        open(
            () -> {
              throw new AssertionError("the model is not needed");
            });
    try (again) {
      assertSame(computed, again.of(texts(0, 200)));
      assertSame(computed.subList(150, 160), again.of(texts(150, 160)));
    }
  }

  @Test
  void aTextAskedTwiceIsComputedOnceAndKeepsItsPlaceInTheAnswer() throws IOException {
    try (CachedVectors vectors = open()) {
      List<byte[]> found = vectors.of(List.of("一", "二三", "一"));
      assertArrayEquals(found.get(0), found.get(2));
      assertEquals(List.of("一", "二三"), model.asked);
    }
  }

  @Test
  void withoutAFileTheVectorsAreTheSame() throws IOException {
    CachedVectors inMemory =
        new CachedVectors(VectorStore.inMemory(DIMENSIONS), () -> model, computed -> {});
    try (inMemory;
        CachedVectors inFile = open()) {
      assertSame(inMemory.of(texts(0, 70)), inFile.of(texts(0, 70)));
      inMemory.of(texts(0, 70));
    }
    assertEquals(140, model.asked.size());
  }

  @Test
  void aKilledBuildGoesOnWhereItWasAndHalfARecordDoesNoHarm() throws IOException {
    try (CachedVectors vectors = open()) {
      vectors.of(texts(0, 100));
    }
    byte[] whole = Files.readAllBytes(file());
    for (int lost : new int[] {1, 7, 27, 28, 29, 300}) {
      Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - lost));
      model.asked.clear();
      try (CachedVectors vectors = open()) {
        assertSame(expected(0, 100), vectors.of(texts(0, 100)));
      }
      assertTrue(model.asked.size() <= 12, () -> lost + " lost: " + model.asked.size());
      assertEquals(whole.length, Files.size(file()));
    }
  }

  @Test
  void aDamagedRecordIsComputedAnew() throws IOException {
    try (CachedVectors vectors = open()) {
      vectors.of(texts(0, 3));
    }
    byte[] bytes = Files.readAllBytes(file());
    bytes[bytes.length / 2] ^= 1;
    Files.write(file(), bytes, StandardOpenOption.TRUNCATE_EXISTING);
    try (CachedVectors vectors = open()) {
      assertSame(expected(0, 3), vectors.of(texts(0, 3)));
    }
    assertEquals(4, model.asked.size());
  }

  @Test
  void severalThreadsAndTwoStoresOnOneFileDoNotDisturbOneAnother() throws Exception {
    try (CachedVectors one = open();
        CachedVectors other = open();
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<byte[]>>> found = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        CachedVectors vectors = i % 2 == 0 ? one : other;
        int from = i * 20;
        found.add(threads.submit(() -> vectors.of(texts(from, from + 150))));
      }
      for (int i = 0; i < 8; i++) {
        assertSame(expected(i * 20, i * 20 + 150), found.get(i).get());
      }
    }
    try (CachedVectors vectors = open()) {
      assertSame(expected(0, 290), vectors.of(texts(0, 290)));
    }
  }

  @Test
  void aModelThatCannotBeLoadedIsSaidAndWhatIsKeptStillServes() throws IOException {
    try (CachedVectors vectors = open()) {
      vectors.of(texts(0, 5));
    }
    CachedVectors vectors =
        open(
            () -> {
              throw new UnsatisfiedLinkError("no onnxruntime for riscv64");
            });
    try (vectors) {
      assertSame(expected(0, 5), vectors.of(texts(0, 5)));
      ModelUnavailableException e =
          assertThrows(ModelUnavailableException.class, () -> vectors.of(texts(5, 6)));
      assertTrue(e.getMessage().contains("riscv64"), e::getMessage);
    }
  }

  private List<byte[]> expected(int from, int to) {
    return texts(from, to).stream().map(CountingModel::vector).map(Quantizing::bytes).toList();
  }
}
