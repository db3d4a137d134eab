package annals.compare;

import java.util.List;

/**
 * Gives each text a place in a space in which texts that mean the same lie close together.
 * Implementations are safe for several threads and deterministic: the same text has the same vector
 * in whatever company and order it is asked for.
 */
public interface SentenceVectors {
  /**
   * The vectors of texts, in their order.
   *
   * @return for each text its coordinates, all arrays of one length; only their proportions mean
   *     something
   */
  List<byte[]> of(List<String> texts);
}
