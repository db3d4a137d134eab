package annals.compare;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Similarity by words and meaning. What meaning adds depends on the sentences alone, unlike the
 * rarity of words, and takes most of the time; so it is remembered.
 */
public final class SemanticSimilarity implements Similarity {
  private final Vocabulary vocabulary;
  private final SentenceVectors vectors;
  private final MeaningMemory memory;

  /**
   * @param vectors asked only for what the memory does not have
   * @param memory one for each kind of vectors
   */
  public SemanticSimilarity(Vocabulary vocabulary, SentenceVectors vectors, MeaningMemory memory) {
    this.vocabulary = vocabulary;
    this.vectors = vectors;
    this.memory = memory;
  }

  @Override
  public double[][] scores(List<SentenceRef> plan, List<SentenceRef> account) {
    FollowUpModel model = FollowUpModel.semantic();
    FeatureTable table = PairFeatures.of(plan, account, vocabulary, Optional.empty(), true);
    if (plan.isEmpty() || account.isEmpty()) {
      return table.scores(model);
    }
    String key = key(model, plan, account);
    Optional<float[]> known = memory.recall(key, plan.size() * account.size());
    if (known.isPresent()) {
      return table.scores(model, known.get());
    }
    MeaningFeatures.fill(table, plan, account, vectors);
    float[] sums = table.meaning(model);
    memory.keep(key, sums);
    return table.scores(model, sums);
  }

  private static String key(
      FollowUpModel model, List<SentenceRef> plan, List<SentenceRef> account) {
    MessageDigest digest = sha256();
    add(digest, MeaningFeatures.EDITION + "\n" + model.lines());
    for (List<SentenceRef> sentences : List.of(plan, account)) {
      add(digest, sentences.size());
      sentences.forEach(sentence -> add(digest, sentence.text()));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(digest, bytes.length);
    digest.update(bytes);
  }

  private static void add(MessageDigest digest, int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
