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

  /**
   * The vectors of texts as queries. A model that was taught to look for texts by an instruction
   * before the query gives them with it: such vectors tell less of a sentence's manner and more of
   * its matter. All vectors of one comparison are to be of one kind.
   */
  default List<byte[]> asQueries(List<String> texts) {
    return of(texts);
  }
}
