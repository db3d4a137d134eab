package annals.compare;

import annals.compare.YearComparison.Change;
import annals.compare.YearComparison.PassagePair;
import annals.outline.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets the passages of two bodies against each other, in order: the alignment with the greatest sum
 * of similarities, where passages that are not alike stay alone.
 */
final class PassageAligner {
  private static final double LEAST_ALIKE = 0.2;
  private static final int MOST_PAIRS = 1_000_000;

  private final Renumbering numbering;
  private final List<Passage> older;
  private final List<Passage> newer;
  private final List<String> olderTexts;
  private final List<String> newerTexts;

  private PassageAligner(List<Passage> older, List<Passage> newer, Renumbering numbering) {
    this.numbering = numbering;
    this.older = older;
    this.newer = newer;
    this.olderTexts = older.stream().map(passage -> BlockText.of(passage.block())).toList();
    this.newerTexts = newer.stream().map(passage -> BlockText.of(passage.block())).toList();
  }

  /**
   * The passages of both bodies, aligned; a removed one stands where it stood.
   *
   * @param numbering one of a vocabulary that knows both reports
   */
  static List<PassagePair> align(List<Passage> older, List<Passage> newer, Renumbering numbering) {
    return new PassageAligner(older, newer, numbering).pairs();
  }

  private List<PassagePair> pairs() {
    int[] partner = partners();
    List<PassagePair> pairs = new ArrayList<>();
    int j = 0;
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] < 0) {
        pairs.add(removed(i));
        continue;
      }
      while (j < partner[i]) {
        pairs.add(added(j++));
      }
      pairs.add(both(i, j++));
    }
    while (j < newer.size()) {
      pairs.add(added(j++));
    }
    return List.copyOf(pairs);
  }

  private PassagePair both(int i, int j) {
    TextDifference difference = TextDifference.between(olderTexts.get(i), newerTexts.get(j));
    return new PassagePair(
        Optional.of(older.get(i)),
        Optional.of(newer.get(j)),
        difference.same() ? Change.SAME : Change.CHANGED,
        difference.older(),
        difference.newer());
  }

  private PassagePair removed(int i) {
    return new PassagePair(
        Optional.of(older.get(i)),
        Optional.empty(),
        Change.REMOVED,
        TextDifference.whole(olderTexts.get(i), true),
        List.of());
  }

  private PassagePair added(int j) {
    return new PassagePair(
        Optional.empty(),
        Optional.of(newer.get(j)),
        Change.ADDED,
        List.of(),
        TextDifference.whole(newerTexts.get(j), true));
  }

  /** For each older passage the newer one it is aligned with, rising, or -1. */
  private int[] partners() {
    if (older.size() == 1 && newer.size() == 1) {
      return new int[] {0};
    }
    if (older.isEmpty() || newer.isEmpty()) {
      int[] none = new int[older.size()];
      Arrays.fill(none, -1);
      return none;
    }
    return (long) older.size() * newer.size() > MOST_PAIRS ? equalOnes() : alikeOnes();
  }

  /** For bodies of very many passages: those that are word for word the same. */
  private int[] equalOnes() {
    Map<String, Integer> numbers = new HashMap<>();
    int[] a = number(olderTexts, numbers);
    int[] b = number(newerTexts, numbers);
    return CommonSubsequence.of(a, b);
  }

  private static int[] number(List<String> texts, Map<String, Integer> numbers) {
    return texts.stream()
        .mapToInt(text -> numbers.computeIfAbsent(text, t -> numbers.size()))
        .toArray();
  }

  private int[] alikeOnes() {
    double[][] alike = alike();
    double[][] best = new double[older.size() + 1][newer.size() + 1];
    for (int i = older.size() - 1; i >= 0; i--) {
      for (int j = newer.size() - 1; j >= 0; j--) {
        best[i][j] = Math.max(best[i + 1][j], best[i][j + 1]);
        if (alike[i][j] >= LEAST_ALIKE) {
          best[i][j] = Math.max(best[i][j], best[i + 1][j + 1] + alike[i][j]);
        }
      }
    }
    int[] partner = new int[older.size()];
    int j = 0;
    for (int i = 0; i < partner.length; i++) {
      partner[i] = -1;
      while (j < newer.size() && best[i][j] > best[i + 1][j] && best[i][j] == best[i][j + 1]) {
        j++;
      }
      if (j < newer.size() && best[i][j] > best[i + 1][j]) {
        partner[i] = j++;
      }
    }
    return partner;
  }

  private double[][] alike() {
    numbering.clear();
    List<Terms> olderTerms = older.stream().map(numbering::of).toList();
    List<Terms> newerTerms = newer.stream().map(numbering::of).toList();
    int size = numbering.size();
    Rarity same = Rarity.same(size);
    double[][] alike =
        TermVectors.of(TermCounts.of(olderTerms, size), same)
            .cosines(TermVectors.of(TermCounts.of(newerTerms, size), same), size);
    for (int i = 0; i < older.size(); i++) {
      for (int j = 0; j < newer.size(); j++) {
        if (olderTexts.get(i).equals(newerTexts.get(j))) {
          alike[i][j] = 1 + LEAST_ALIKE;
        }
      }
    }
    return alike;
  }
}
