package annals.compare;

import annals.outline.Outline;
import annals.outline.Passage;
import annals.outline.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which parts of two reports are on the same matter: mentions first, wherever they stand in a part
 * of the same role; passages by the mentions they have in common; sections by their text, heading
 * and common mentions. One partner each. Numbers are those in reading order within a report.
 */
final class Alignment {
  private static final double ALIKE = 0.16;
  private static final double ALIKE_IN_THREAD = 0.06;
  private static final double THREAD = 0.1;
  private static final double EQUAL = 2;

  /** Passages belong together if at least this part of the shorter one's text does. */
  private static final double COMMON = 0.2;

  private final Mentions mentions;
  private final int older;
  private final int newer;
  private final int[] mentionPartners;
  private final int[] mentionBack;
  private final int[] passagePartners;
  private final int[] sectionPartners;

  private Alignment(Threads threads, int older, int newer, Renumbering numbering) {
    this.mentions = threads.mentions();
    this.older = older;
    this.newer = newer;
    this.mentionPartners = filled(mentions.end(older) - mentions.start(older));
    this.mentionBack = filled(mentions.end(newer) - mentions.start(newer));
    alignMentions(threads);
    Places olderPlaces = new Places(older);
    Places newerPlaces = new Places(newer);
    this.passagePartners = alignPassages(olderPlaces, newerPlaces);
    this.sectionPartners =
        SectionAligner.align(
            outline(older), outline(newer), numbering, common(olderPlaces, newerPlaces));
  }

  /**
   * The alignment of two reports.
   *
   * @param threads of both reports at least
   * @param older its number in the threads' reports
   * @param numbering one of a vocabulary that knows both
   */
  static Alignment of(Threads threads, int older, int newer, Renumbering numbering) {
    return new Alignment(threads, older, newer, numbering);
  }

  /** For each older mention the number in the newer report of its partner, or -1. */
  int[] mentions() {
    return mentionPartners;
  }

  /** For each newer mention the number in the older report of its partner, or -1. */
  int[] mentionsBack() {
    return mentionBack;
  }

  /** For each older passage the number of the newer one, or -1; those of the lead come first. */
  int[] passages() {
    return passagePartners;
  }

  /** For each older section the number of the newer one, or -1. */
  int[] sections() {
    return sectionPartners;
  }

  private Outline outline(int report) {
    return mentions.reports().get(report).outline();
  }

  private static int[] filled(int size) {
    int[] none = new int[size];
    Arrays.fill(none, -1);
    return none;
  }

  private record Pair(int older, int newer, double score) {
    private static final Comparator<Pair> BEST_FIRST =
        Comparator.comparingDouble(Pair::score)
            .reversed()
            .thenComparingInt(Pair::older)
            .thenComparingInt(Pair::newer);
  }

  private void alignMentions(Threads threads) {
    Likeness likeness = threads.likeness();
    int startA = mentions.start(older);
    int startB = mentions.start(newer);
    Map<String, Integer> texts = new HashMap<>();
    for (int b = mentionBack.length - 1; b >= 0; b--) {
      texts.put(mentions.get(startB + b).text(), b);
    }
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < mentionPartners.length; a++) {
      int m = startA + a;
      Mention mention = mentions.get(m);
      Integer equal = texts.get(mention.text());
      if (equal != null && isSamePart(mention, mentions.get(startB + equal))) {
        pairs.add(new Pair(a, equal, EQUAL));
      }
      for (int e = likeness.start(m); e < likeness.end(m); e++) {
        int other = likeness.other(e);
        if (other >= startB && other < startB + mentionBack.length) {
          boolean together = threads.isSame(m, other);
          float alike = likeness.value(e);
          if (alike >= (together ? ALIKE_IN_THREAD : ALIKE)
              && isSamePart(mention, mentions.get(other))) {
            pairs.add(new Pair(a, other - startB, alike + (together ? THREAD : 0)));
          }
        }
      }
    }
    pairs.sort(Pair.BEST_FIRST);
    for (Pair pair : pairs) {
      if (mentionPartners[pair.older] < 0 && mentionBack[pair.newer] < 0) {
        mentionPartners[pair.older] = pair.newer;
        mentionBack[pair.newer] = pair.older;
      }
    }
  }

  private static boolean isSamePart(Mention a, Mention b) {
    return a.role() == b.role() && a.section().isPresent() == b.section().isPresent();
  }

  /** Where the mentions of a report stand. */
  private final class Places {
    private final List<Passage> passages = new ArrayList<>();
    private final List<Section> sections;
    private final int[] passageOf;
    private final int[] sectionOf;
    private final int[] parents;
    private final int[] lengths;

    Places(int report) {
      Outline outline = outline(report);
      sections = outline.walk().toList();
      parents = SectionAligner.parents(sections);
      Map<Section, Integer> numbers = new IdentityHashMap<>();
      passages.addAll(outline.lead());
      for (int s = 0; s < sections.size(); s++) {
        numbers.put(sections.get(s), s);
        passages.addAll(sections.get(s).body());
      }
      int start = mentions.start(report);
      int size = mentions.end(report) - start;
      passageOf = filled(size);
      sectionOf = filled(size);
      lengths = new int[size];
      int passage = -1;
      Passage last = null;
      for (int m = 0; m < size; m++) {
        Mention mention = mentions.get(start + m);
        Passage here = mention.passage().orElse(null);
        if (here != null) {
          passage += here == last ? 0 : 1;
          last = here;
          passageOf[m] = passage;
        }
        sectionOf[m] = mention.section().map(numbers::get).orElse(-1);
        lengths[m] = mention.text().length();
      }
    }
  }

  private int[] alignPassages(Places a, Places b) {
    Map<Long, Integer> common = new HashMap<>();
    int[] lengthsA = new int[a.passages.size()];
    int[] lengthsB = new int[b.passages.size()];
    add(a, lengthsA);
    add(b, lengthsB);
    for (int m = 0; m < mentionPartners.length; m++) {
      int partner = mentionPartners[m];
      if (partner >= 0 && a.passageOf[m] >= 0 && b.passageOf[partner] >= 0) {
        long key = (long) a.passageOf[m] << 32 | b.passageOf[partner];
        common.merge(key, Math.min(a.lengths[m], b.lengths[partner]), Integer::sum);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    common.forEach(
        (key, length) -> {
          int passageA = (int) (key >> 32);
          int passageB = key.intValue();
          if (length >= COMMON * Math.min(lengthsA[passageA], lengthsB[passageB])) {
            pairs.add(new Pair(passageA, passageB, length));
          }
        });
    pairs.sort(Pair.BEST_FIRST);
    int[] partners = filled(a.passages.size());
    boolean[] taken = new boolean[b.passages.size()];
    for (Pair pair : pairs) {
      if (partners[pair.older] < 0 && !taken[pair.newer]) {
        partners[pair.older] = pair.newer;
        taken[pair.newer] = true;
      }
    }
    return partners;
  }

  private static void add(Places places, int[] lengths) {
    for (int m = 0; m < places.passageOf.length; m++) {
      if (places.passageOf[m] >= 0) {
        lengths[places.passageOf[m]] += places.lengths[m];
      }
    }
  }

  /** For each pair of sections what part of their texts, children included, is on the same. */
  private double[][] common(Places a, Places b) {
    double[][] common = new double[a.sections.size()][b.sections.size()];
    int[] lengthsA = new int[a.sections.size()];
    int[] lengthsB = new int[b.sections.size()];
    addUp(a, lengthsA);
    addUp(b, lengthsB);
    for (int m = 0; m < mentionPartners.length; m++) {
      int partner = mentionPartners[m];
      if (partner >= 0) {
        int both = a.lengths[m] + b.lengths[partner];
        for (int s = a.sectionOf[m]; s >= 0; s = a.parents[s]) {
          for (int t = b.sectionOf[partner]; t >= 0; t = b.parents[t]) {
            common[s][t] += both;
          }
        }
      }
    }
    for (int s = 0; s < common.length; s++) {
      for (int t = 0; t < common[s].length; t++) {
        common[s][t] /= Math.max(1, lengthsA[s] + lengthsB[t]);
      }
    }
    return common;
  }

  private static void addUp(Places places, int[] lengths) {
    for (int m = 0; m < places.sectionOf.length; m++) {
      for (int s = places.sectionOf[m]; s >= 0; s = places.parents[s]) {
        lengths[s] += places.lengths[m];
      }
    }
  }
}
