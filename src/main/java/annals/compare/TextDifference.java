package annals.compare;

import annals.compare.YearComparison.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * Two texts as runs of kept and changed text, at the grain of {@link ReadingTokens}. Kept crumbs
 * between two changes (a single character, or few among much that changed) are given up, for nobody
 * reads a sentence as alternating characters.
 *
 * @param older the older text's runs; together they are the text
 * @param newer the newer text's runs
 */
record TextDifference(List<Run> older, List<Run> newer) {
  private static final int SHORTEST_KEPT = 2;
  private static final int CRUMB = 4;
  private static final double LEAST_KEPT = 0.2;

  TextDifference {
    older = List.copyOf(older);
    newer = List.copyOf(newer);
  }

  static TextDifference between(String older, String newer) {
    if (older.equals(newer)) {
      return new TextDifference(whole(older, false), whole(newer, false));
    }
    ReadingTokens.Numbers numbers = new ReadingTokens.Numbers();
    ReadingTokens a = ReadingTokens.of(older, numbers);
    ReadingTokens b = ReadingTokens.of(newer, numbers);
    List<Kept> kept = withoutCrumbs(kept(a, b), a, b);
    int characters = kept.stream().mapToInt(k -> a.starts()[k.endA()] - a.starts()[k.a()]).sum();
    if (characters < LEAST_KEPT * Math.min(older.length(), newer.length())) {
      kept = List.of();
    }
    List<Run> olderRuns = new ArrayList<>();
    List<Run> newerRuns = new ArrayList<>();
    int atA = 0;
    int atB = 0;
    for (Kept run : kept) {
      add(a, atA, run.a, true, olderRuns);
      add(b, atB, run.b, true, newerRuns);
      add(a, run.a, run.endA(), false, olderRuns);
      add(b, run.b, run.endB(), false, newerRuns);
      atA = run.endA();
      atB = run.endB();
    }
    add(a, atA, a.size(), true, olderRuns);
    add(b, atB, b.size(), true, newerRuns);
    return new TextDifference(olderRuns, newerRuns);
  }

  /** A text as one run; none for an empty text. */
  static List<Run> whole(String text, boolean changed) {
    return text.isEmpty() ? List.of() : List.of(new Run(text, changed));
  }

  boolean same() {
    return older.stream().noneMatch(Run::changed) && newer.stream().noneMatch(Run::changed);
  }

  private static void add(ReadingTokens tokens, int from, int to, boolean changed, List<Run> runs) {
    if (from < to) {
      runs.add(new Run(tokens.between(from, to), changed));
    }
  }

  /** Tokens from a and from b on that are the same, {@code length} of them. */
  private record Kept(int a, int b, int length) {
    int endA() {
      return a + length;
    }

    int endB() {
      return b + length;
    }
  }

  private static List<Kept> kept(ReadingTokens a, ReadingTokens b) {
    int[] match = CommonSubsequence.of(a.ids(), b.ids());
    List<Kept> kept = new ArrayList<>();
    int i = 0;
    while (i < match.length) {
      if (match[i] < 0) {
        i++;
        continue;
      }
      int start = i++;
      while (i < match.length && match[i] == match[start] + i - start) {
        i++;
      }
      kept.add(new Kept(start, match[start], i - start));
    }
    return kept;
  }

  /** From the left; what is given up adds to the change before the next run. */
  private static List<Kept> withoutCrumbs(List<Kept> kept, ReadingTokens a, ReadingTokens b) {
    List<Kept> left = new ArrayList<>();
    int atA = 0;
    int atB = 0;
    for (int k = 0; k < kept.size(); k++) {
      Kept run = kept.get(k);
      int nextA = k + 1 < kept.size() ? kept.get(k + 1).a : a.size();
      int nextB = k + 1 < kept.size() ? kept.get(k + 1).b : b.size();
      int before = Math.max(width(a, atA, run.a), width(b, atB, run.b));
      int after = Math.max(width(a, run.endA(), nextA), width(b, run.endB(), nextB));
      if (before == 0 || after == 0 || !isCrumb(letters(a, run), before, after)) {
        left.add(run);
        atA = run.endA();
        atB = run.endB();
      }
    }
    return left;
  }

  private static boolean isCrumb(int letters, int before, int after) {
    return letters < SHORTEST_KEPT
        || (letters < CRUMB && before >= 2 * letters && after >= 2 * letters);
  }

  private static int width(ReadingTokens tokens, int from, int to) {
    return tokens.starts()[to] - tokens.starts()[from];
  }

  /** Characters that are no punctuation. */
  private static int letters(ReadingTokens tokens, Kept run) {
    return (int)
        tokens.between(run.a, run.endA()).chars().filter(Character::isLetterOrDigit).count();
  }
}
