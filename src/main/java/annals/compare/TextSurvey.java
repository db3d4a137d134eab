package annals.compare;

import annals.report.ReportId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes over the texts of a whole archive once, before any report is set against another, to learn
 * two things: which stretches stand in so many units that they are set phrases, and which reports
 * have much in common. Of the text it keeps little: one table of counters for the archive, of 16
 * MiB, and of each report at most {@link #SAMPLES} fingerprints. Thread-safe; the result does not
 * depend on the order in which units come.
 *
 * <p>A counter may be shared by several shingles and then counts too many. In a large archive that
 * adds some two units for each hundred, far below what makes a set phrase; in a small one it is
 * rare, and a single shingle makes no set phrase. Fingerprints are the shingles whose hash ends in
 * five zeros, as in Manber's sif (1994).
 */
public final class TextSurvey {
  /** One shingle of so many is a fingerprint. */
  private static final int SAMPLED = 32;

  /** The most fingerprints of a report; a longer text keeps the smallest. */
  private static final int SAMPLES = 256;

  /** Reports with fewer fingerprints in common are not worth a look: about 130 characters. */
  private static final int ALIKE = 4;

  /** What stands in more reports than this tells nothing of where it comes from. */
  private static final int WIDESPREAD = 60;

  private static final int COUNTERS = 1 << 24;
  private static final int FULL = 255;

  private final int units;
  private final byte[] counters;
  private final List<Sample> samples = new ArrayList<>();

  /**
   * @param number of the unit
   * @param fingerprints the upper halves of the hashes, ascending, each once
   */
  private record Sample(ReportId report, int number, int[] fingerprints) {}

  /** A report's text, with or without markup: only letters and digits matter. */
  public record Text(ReportId report, String text) {}

  /**
   * @param units how many there are; a family counts as one
   */
  public TextSurvey(int units) {
    this.units = units;
    this.counters = new byte[COUNTERS];
  }

  /**
   * Adds all reports of a unit, once.
   *
   * @param unit a number that no other unit has
   */
  public void add(int unit, List<Text> reports) {
    TermTable distinct = new TermTable(1 << 14);
    List<Sample> sampled = new ArrayList<>();
    for (Text report : reports) {
      TermTable fingerprints = new TermTable(SAMPLES);
      report
          .text()
          .lines()
          .forEach(
              line -> {
                for (long shingle : ShingledText.of(line).folded()) {
                  distinct.add(shingle);
                  if ((shingle & SAMPLED - 1) == 0) {
                    fingerprints.add(fingerprint(shingle));
                  }
                }
              });
      int[] all = new int[fingerprints.size()];
      Arrays.setAll(all, i -> (int) fingerprints.term(i));
      Arrays.sort(all);
      sampled.add(
          new Sample(report.report(), unit, Arrays.copyOf(all, Math.min(all.length, SAMPLES))));
    }
    synchronized (this) {
      for (int i = 0; i < distinct.size(); i++) {
        int counter = CommonText.counter(fingerprint(distinct.term(i)), counters.length);
        if ((counters[counter] & FULL) < FULL) {
          counters[counter]++;
        }
      }
      samples.addAll(sampled);
    }
  }

  static int fingerprint(long shingle) {
    return (int) (shingle >>> 32);
  }

  /** What was learned; called once, when every unit was added. */
  public CommonText finish() {
    samples.sort(Comparator.comparing(Sample::report));
    CommonText setPhrases = new CommonText(units, counters, Map.of());
    return new CommonText(units, counters, alike(setPhrases));
  }

  private Map<ReportId, List<ReportId>> alike(CommonText common) {
    long[] entries = entries(common);
    Map<Integer, List<int[]>> groups = new HashMap<>();
    for (int start = 0; start < entries.length; ) {
      int end = start + 1;
      while (end < entries.length && entries[end] >>> 32 == entries[start] >>> 32) {
        end++;
      }
      if (end - start > 1 && end - start <= WIDESPREAD) {
        int[] group = new int[end - start];
        for (int i = start; i < end; i++) {
          group[i - start] = (int) entries[i];
        }
        if (samples.get(group[0]).number() != samples.get(group[group.length - 1]).number()) {
          for (int report : group) {
            groups.computeIfAbsent(report, key -> new ArrayList<>()).add(group);
          }
        }
      }
      start = end;
    }
    Map<ReportId, List<ReportId>> alike = new HashMap<>();
    groups.forEach(
        (report, together) -> {
          List<ReportId> others = alike(samples.get(report), together);
          if (!others.isEmpty()) {
            alike.put(samples.get(report).report(), others);
          }
        });
    return alike;
  }

  /** Every fingerprint that is no set phrase, with the number of its report, ascending. */
  private long[] entries(CommonText common) {
    int size = 0;
    for (Sample sample : samples) {
      size += sample.fingerprints().length;
    }
    long[] entries = new long[size];
    int next = 0;
    for (int report = 0; report < samples.size(); report++) {
      for (int fingerprint : samples.get(report).fingerprints()) {
        if (!common.isSetPhrase((long) fingerprint << 32)) {
          entries[next++] = (long) fingerprint << 32 | report;
        }
      }
    }
    entries = Arrays.copyOf(entries, next);
    Arrays.sort(entries);
    return entries;
  }

  /** The reports of other units, not later ones, that share most; one of each unit. */
  private List<ReportId> alike(Sample report, List<int[]> groups) {
    Map<Integer, Integer> shared = new HashMap<>();
    for (int[] group : groups) {
      for (int other : group) {
        Sample sample = samples.get(other);
        if (sample.number() != report.number()
            && sample.report().year() <= report.report().year()) {
          shared.merge(other, 1, Integer::sum);
        }
      }
    }
    Map<Integer, Integer> best = new HashMap<>();
    List<Integer> order =
        shared.keySet().stream()
            .filter(other -> shared.get(other) >= ALIKE)
            .sorted(
                Comparator.comparing((Integer other) -> -shared.get(other))
                    .thenComparing(other -> -samples.get(other).report().year())
                    .thenComparing(other -> samples.get(other).report()))
            .toList();
    order.forEach(other -> best.putIfAbsent(samples.get(other).number(), other));
    return order.stream()
        .filter(other -> best.get(samples.get(other).number()).equals(other))
        .limit(CommonText.MOST_ALIKE)
        .map(other -> samples.get(other).report())
        .toList();
  }
}
