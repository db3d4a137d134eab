package annals.compare;

import annals.compare.YearComparison.Change;
import annals.compare.YearComparison.PassagePair;
import annals.compare.YearComparison.Run;
import annals.outline.Passage;
import annals.outline.Section;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws up the passages of two aligned reports: each newer one beside its older counterpart, each
 * older one without counterpart in its own section. A sentence whose counterpart stands in another
 * passage is set against it all the same, and says where that is. For one comparison in one thread
 * of execution.
 */
final class PassageRows {
  /** A section is told of as origin or goal if this part of the text is there. */
  private static final double MUCH = 0.3;

  private final Mentions mentions;
  private final int older;
  private final int newer;
  private final Alignment alignment;
  private final Map<Passage, Passage> partners = new IdentityHashMap<>();
  private final Map<Passage, Passage> back = new IdentityHashMap<>();
  private final Map<Passage, Section> olderSections = new IdentityHashMap<>();
  private final TextDifference[] differences;

  PassageRows(Mentions mentions, int older, int newer, Alignment alignment) {
    this.mentions = mentions;
    this.older = older;
    this.newer = newer;
    this.alignment = alignment;
    this.differences = new TextDifference[alignment.mentions().length];
    List<Passage> olderPassages = passages(older);
    List<Passage> newerPassages = passages(newer);
    int[] partner = alignment.passages();
    for (int a = 0; a < partner.length; a++) {
      if (partner[a] >= 0) {
        put(olderPassages.get(a), newerPassages.get(partner[a]));
      }
    }
    mentions
        .reports()
        .get(older)
        .outline()
        .walk()
        .forEach(section -> section.body().forEach(p -> olderSections.put(p, section)));
  }

  private List<Passage> passages(int report) {
    List<Passage> passages = new ArrayList<>(mentions.reports().get(report).outline().lead());
    mentions
        .reports()
        .get(report)
        .outline()
        .walk()
        .forEach(section -> passages.addAll(section.body()));
    return passages;
  }

  private void put(Passage old, Passage young) {
    partners.put(old, young);
    back.put(young, old);
  }

  /** Whether nothing differs between the passages but, perhaps, where they stand. */
  static boolean isUnchanged(PassagePair pair) {
    return pair.change() == Change.SAME && pair.olderSection().isEmpty();
  }

  List<PassagePair> lead() {
    return rows(
        mentions.reports().get(older).outline().lead(),
        mentions.reports().get(newer).outline().lead(),
        Optional.empty());
  }

  List<PassagePair> of(Optional<Section> old, Optional<Section> young) {
    return rows(
        old.map(Section::body).orElse(List.of()), young.map(Section::body).orElse(List.of()), old);
  }

  private List<PassagePair> rows(List<Passage> old, List<Passage> young, Optional<Section> beside) {
    List<Passage> lostOnes = old.stream().filter(p -> !partners.containsKey(p)).toList();
    List<Passage> newOnes = young.stream().filter(p -> !back.containsKey(p)).toList();
    if (lostOnes.size() == 1 && newOnes.size() == 1) {
      put(lostOnes.getFirst(), newOnes.getFirst());
    }
    List<PassagePair> rows = new ArrayList<>();
    int next = 0;
    for (Passage passage : young) {
      Passage counterpart = back.get(passage);
      int place = counterpart == null ? -1 : indexOf(old, counterpart);
      while (next < place) {
        lost(old.get(next++), rows);
      }
      next = Math.max(next, place + 1);
      rows.add(counterpart == null ? alone(passage, false) : both(counterpart, passage, beside));
    }
    while (next < old.size()) {
      lost(old.get(next++), rows);
    }
    return List.copyOf(rows);
  }

  private static int indexOf(List<Passage> passages, Passage passage) {
    for (int i = 0; i < passages.size(); i++) {
      if (passages.get(i) == passage) {
        return i;
      }
    }
    return -1;
  }

  private void lost(Passage passage, List<PassagePair> rows) {
    if (!partners.containsKey(passage)) {
      rows.add(alone(passage, true));
    }
  }

  private PassagePair alone(Passage passage, boolean removed) {
    List<Run> runs = removed ? olderRuns(passage, null) : newerRuns(passage, null);
    return new PassagePair(
        removed ? Optional.of(passage) : Optional.empty(),
        removed ? Optional.empty() : Optional.of(passage),
        Optional.empty(),
        removed ? Change.REMOVED : Change.ADDED,
        removed ? runs : List.of(),
        removed ? List.of() : runs);
  }

  private PassagePair both(Passage old, Passage young, Optional<Section> beside) {
    List<Run> olderRuns = olderRuns(old, young);
    List<Run> newerRuns = newerRuns(young, old);
    boolean same =
        olderRuns.stream().noneMatch(PassageRows::differs)
            && newerRuns.stream().noneMatch(PassageRows::differs);
    Section section = olderSections.get(old);
    return new PassagePair(
        Optional.of(old),
        Optional.of(young),
        Optional.ofNullable(section).filter(s -> beside.filter(b -> b == s).isEmpty()),
        same ? Change.SAME : Change.CHANGED,
        olderRuns,
        newerRuns);
  }

  private static boolean differs(Run run) {
    return run.changed() || run.elsewhere().isPresent();
  }

  private List<Run> olderRuns(Passage passage, Passage beside) {
    List<Run> runs = new ArrayList<>();
    String text = BlockText.of(passage.block());
    for (int m = mentions.first(passage); m < mentions.end(passage); m++) {
      int a = m - mentions.start(older);
      int partner = alignment.mentions()[a];
      if (partner < 0) {
        runs.addAll(TextDifference.whole(mentions.get(m).span().of(text), true));
      } else {
        Mention other = mentions.get(mentions.start(newer) + partner);
        add(difference(a, partner).older(), other, beside, runs);
      }
    }
    return runs;
  }

  private List<Run> newerRuns(Passage passage, Passage beside) {
    List<Run> runs = new ArrayList<>();
    String text = BlockText.of(passage.block());
    for (int m = mentions.first(passage); m < mentions.end(passage); m++) {
      int b = m - mentions.start(newer);
      int partner = alignment.mentionsBack()[b];
      if (partner < 0) {
        runs.addAll(TextDifference.whole(mentions.get(m).span().of(text), true));
      } else {
        Mention other = mentions.get(mentions.start(older) + partner);
        add(difference(partner, b).newer(), other, beside, runs);
      }
    }
    return runs;
  }

  private static void add(List<Run> runs, Mention other, Passage beside, List<Run> to) {
    boolean here = other.passage().filter(p -> p == beside).isPresent();
    for (Run run : runs) {
      to.add(here ? run : new Run(run.text(), run.changed(), Optional.of(other)));
    }
  }

  private TextDifference difference(int a, int b) {
    if (differences[a] == null) {
      differences[a] =
          TextDifference.between(
              written(mentions.get(mentions.start(older) + a)),
              written(mentions.get(mentions.start(newer) + b)));
    }
    return differences[a];
  }

  /** A mention with the spaces around it, as it stands in its passage. */
  private static String written(Mention mention) {
    return mention
        .passage()
        .map(passage -> mention.span().of(BlockText.of(passage.block())))
        .orElse(mention.text());
  }

  /** Other newer sections that have much of an older section's own text, in their order. */
  List<Section> wentTo(Section section, Optional<Section> beside) {
    return others(section, older, alignment.mentions(), newer, beside);
  }

  /** Other older sections that have much of a newer section's own text, in their order. */
  List<Section> cameFrom(Section section, Optional<Section> beside) {
    return others(section, newer, alignment.mentionsBack(), older, beside);
  }

  private List<Section> others(
      Section section, int report, int[] partner, int other, Optional<Section> beside) {
    if (section.body().isEmpty()) {
      return List.of();
    }
    int whole = 0;
    Map<Section, int[]> shares = new IdentityHashMap<>();
    List<Section> order = new ArrayList<>();
    int from = mentions.first(section.body().getFirst()) - mentions.start(report);
    int to = mentions.end(section.body().getLast()) - mentions.start(report);
    for (int m = from; m < to; m++) {
      int length = mentions.get(mentions.start(report) + m).text().length();
      whole += length;
      if (partner[m] >= 0) {
        mentions
            .get(mentions.start(other) + partner[m])
            .section()
            .filter(s -> beside.filter(b -> b == s).isEmpty())
            .ifPresent(
                s -> {
                  int[] share = shares.get(s);
                  if (share == null) {
                    share = new int[1];
                    shares.put(s, share);
                    order.add(s);
                  }
                  share[0] += length;
                });
      }
    }
    int much = (int) Math.ceil(MUCH * whole);
    return order.stream().filter(s -> shares.get(s)[0] >= much).toList();
  }
}
