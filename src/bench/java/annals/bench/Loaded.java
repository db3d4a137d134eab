package annals.bench;

import java.util.List;
import java.util.function.Predicate;

/**
 * What a query loaded and how long it took.
 *
 * @param data bytes of the index alone
 * @param all bytes of everything, the page and its scripts included
 * @param requests of the index alone
 * @param milliseconds from asking to the first results
 */
record Loaded(long data, long all, int requests, double milliseconds) {
  static Loaded of(
      List<CountingServer.Sent> sent, Predicate<String> isIndex, double milliseconds) {
    long all = sent.stream().mapToLong(CountingServer.Sent::bytes).sum();
    List<CountingServer.Sent> index =
        sent.stream().filter(answer -> isIndex.test(answer.path())).toList();
    long data = index.stream().mapToLong(CountingServer.Sent::bytes).sum();
    return new Loaded(data, all, index.size(), milliseconds);
  }
}
