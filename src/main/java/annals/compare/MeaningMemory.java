package annals.compare;

import java.util.Optional;

/**
 * Keeps what meaning adds to the scores of a plan and an account, so that it is worked out once for
 * the same sentences. Implementations are safe for several threads.
 */
public interface MeaningMemory {
  /** Keeps nothing. */
  MeaningMemory NONE =
      new MeaningMemory() {
        @Override
        public Optional<float[]> recall(String key, int size) {
          return Optional.empty();
        }

        @Override
        public void keep(String key, float[] sums) {}

        @Override
        public void forgetOthers() {}
      };

  /**
   * What was kept under a key.
   *
   * @param key lower-case hexadecimal digits, another for other sentences, weights or methods
   * @param size how many numbers it must be
   * @return as it was kept, bit by bit; empty if nothing was, or if it is damaged
   */
  Optional<float[]> recall(String key, int size);

  /** Keeps numbers under a key, in the place of those that were kept there. */
  void keep(String key, float[] sums);

  /**
   * Gives up what was neither recalled nor kept since this memory was opened, as far as it can: to
   * be called once every plan was compared.
   */
  void forgetOthers();
}
