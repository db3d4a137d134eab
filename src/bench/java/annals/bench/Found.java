package annals.bench;

import java.util.HashSet;
import java.util.Set;

/**
 * What a search gave when it was asked for everything, and what grep gives.
 *
 * @param pages of the reports found
 * @param expected pages of the reports in which grep finds it
 * @param total the number that was told, or −1
 * @param exact whether it was told as final
 * @param failure why there is no answer; empty if there is one
 */
record Found(Set<String> pages, Set<String> expected, int total, boolean exact, String failure) {
  double recall() {
    if (expected.isEmpty()) {
      return failure.isEmpty() ? 1 : 0;
    }
    return (double) common() / expected.size();
  }

  /** Of the reports found; 1 where nothing was found, since nothing of it is wrong. */
  double precision() {
    if (pages.isEmpty()) {
      return failure.isEmpty() ? 1 : 0;
    }
    return (double) common() / pages.size();
  }

  boolean isExactSet() {
    return failure.isEmpty() && pages.equals(expected);
  }

  boolean isExactTotal() {
    return exact && total == expected.size();
  }

  private int common() {
    Set<String> common = new HashSet<>(pages);
    common.retainAll(expected);
    return common.size();
  }
}
