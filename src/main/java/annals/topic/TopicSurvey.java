package annals.topic;

import annals.text.Pinyin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects the headings of all reports and finds what several units write about in the same year:
 * the beginnings and ends of content runs that headings of at least two units share, those that
 * mostly stand in the same headings taken together. Points (一是…) that open a paragraph count as
 * headings. Thread-safe; the result does not depend on the order in which units come.
 */
public final class TopicSurvey {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 6;

  /** Topics of a year: fewer, the more units write of each. */
  private static final int MOST = 24;

  private static final int FEWEST = 8;
  private static final int PASSAGES = 480;

  /** Two words that share so many of their headings, in percent, are one topic. */
  private static final int SAME_HEADINGS = 60;

  /** Counts of terms are first taken by hash, to keep only the few that several units share. */
  private static final int SLOTS = 1 << 18;

  private static final Pattern POINT =
      Pattern.compile("^(?:[一二三四五六七八九十]+是(?:要)?|[（(]?[0-9]{1,2}[）).．、])([^，。；：]{2,30})");
  private static final Pattern ATTRIBUTES = Pattern.compile("\\{[^}]*}\\s*$");

  private final Map<Integer, Map<Integer, String>> runsByYear = new TreeMap<>();

  /**
   * Adds a report.
   *
   * @param unit a number that all reports of a unit share
   * @param markdown its text without front matter
   */
  public void add(int unit, int year, String markdown) {
    StringBuilder runs = new StringBuilder();
    markdown
        .lines()
        .forEach(
            line -> {
              Matcher point = line.startsWith("#") ? null : POINT.matcher(line);
              if (point == null) {
                String heading = ATTRIBUTES.matcher(line).replaceFirst("").replace("#", "");
                runs.append(String.join(" ", ContentRuns.of(heading))).append('\n');
              } else if (point.find()) {
                runs.append(String.join(" ", ContentRuns.of(point.group(1)))).append('\n');
              }
            });
    synchronized (this) {
      runsByYear
          .computeIfAbsent(year, y -> new TreeMap<>())
          .merge(unit, runs.toString(), String::concat);
    }
  }

  /**
   * The topics of all years.
   *
   * @param named those that the site names itself; what is about one of them is not found again
   */
  public Topics finish(List<Topics.Named> named) {
    Map<Integer, List<Topic>> byYear = new HashMap<>();
    runsByYear.forEach(
        (year, units) -> {
          Set<String> slugs = new HashSet<>();
          List<Topic> topics = new ArrayList<>();
          for (Topics.Named topic : named) {
            topics.add(new Topic(slug(topic.name(), slugs), topic.name(), topic.words(), true));
          }
          int most = Math.clamp(PASSAGES / units.size(), FEWEST, MOST);
          for (Cluster found : clusters(units, topics, most)) {
            topics.add(
                new Topic(
                    slug(found.words().getFirst(), slugs), found.name(), found.words(), false));
          }
          byYear.put(year, List.copyOf(topics));
        });
    return new Topics(byYear);
  }

  private static String slug(String name, Set<String> taken) {
    String spelt = Pinyin.of(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String base = spelt.isEmpty() ? "topic" : spelt;
    String slug = base;
    for (int i = 2; !taken.add(slug); i++) {
      slug = base + "-" + i;
    }
    return slug;
  }

  /**
   * A word with the headings that have it, rising, and how many units do.
   *
   * @param headings as many of these as the word has
   */
  private record Term(String word, int[] headings, int units) {}

  /**
   * What is known of a word while headings are read, unit by unit. A word has several neighbours
   * where a run goes on, a piece of one has the rest of the word.
   */
  private static final class Seen {
    private static final char END = '\0';

    private int[] headings = new int[2];
    private int count;
    private int units;
    private int lastUnit = -1;
    private char neighbour = END;
    private boolean word;

    void add(int unit, int heading, char beside) {
      if (count == 0 || headings[count - 1] != heading) {
        if (count == headings.length) {
          headings = Arrays.copyOf(headings, 2 * count);
        }
        headings[count++] = heading;
      }
      if (unit != lastUnit) {
        lastUnit = unit;
        units++;
      }
      word |= beside == END || neighbour != END && neighbour != beside;
      neighbour = beside;
    }

    boolean isSharedWord() {
      return word && units > 1;
    }

    Term term(String text) {
      return new Term(text, Arrays.copyOf(headings, count), units);
    }
  }

  /** Words that mean one topic, the most shared first. */
  private record Cluster(List<String> words, int[] headings) {
    String name() {
      return words.getFirst();
    }
  }

  private static List<Cluster> clusters(Map<Integer, String> units, List<Topic> named, int most) {
    List<Cluster> clusters = new ArrayList<>();
    for (Term term : terms(units)) {
      boolean known = named.stream().anyMatch(topic -> overlaps(topic.words(), term));
      if (known || clusters.stream().anyMatch(cluster -> overlaps(cluster.words(), term))) {
        continue;
      }
      Cluster same =
          clusters.stream()
              .filter(cluster -> shared(cluster.headings(), term.headings()) >= SAME_HEADINGS)
              .findFirst()
              .orElse(null);
      if (same != null) {
        same.words().add(term.word());
      } else if (clusters.size() < most) {
        clusters.add(new Cluster(new ArrayList<>(List.of(term.word())), term.headings()));
      }
    }
    return clusters;
  }

  private static boolean overlaps(List<String> words, Term term) {
    return words.stream()
        .anyMatch(word -> word.contains(term.word()) || term.word().contains(word));
  }

  /** How many of the headings that have either word have both, in percent. */
  private static int shared(int[] a, int[] b) {
    int both = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      int order = Integer.compare(a[i], b[j]);
      both += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return 100 * both / Math.max(1, a.length + b.length - both);
  }

  /** The words that headings of several units share, the most telling first. */
  private static List<Term> terms(Map<Integer, String> units) {
    Counts counts = new Counts();
    units.forEach((unit, runs) -> forTerms(runs, 0, (term, next, h) -> counts.add(unit, term)));
    Map<String, Seen> seen = new HashMap<>();
    int first = 0;
    for (Map.Entry<Integer, String> unit : units.entrySet()) {
      first =
          forTerms(
              unit.getValue(),
              first,
              (term, neighbour, heading) -> {
                if (counts.isShared(term)) {
                  seen.computeIfAbsent(term, key -> new Seen())
                      .add(unit.getKey(), heading, neighbour);
                }
              });
    }
    List<Term> terms = new ArrayList<>();
    seen.forEach(
        (word, of) -> {
          if (of.isSharedWord() && !ContentRuns.isPartial(word)) {
            terms.add(of.term(word));
          }
        });
    terms.sort(
        Comparator.comparingInt(TopicSurvey::weight)
            .reversed()
            .thenComparing(term -> -term.word().length())
            .thenComparing(Term::word));
    return terms;
  }

  /** Units count; a longer word says more, and one that nearly as many units have is the better. */
  private static int weight(Term term) {
    return term.units() * (2 + Math.min(4, term.word().length()));
  }

  private interface TermListener {
    void term(String term, char neighbour, int heading);
  }

  /** All terms of a unit's runs, with a number for each heading; returns the next number. */
  private static int forTerms(String runs, int firstHeading, TermListener listener) {
    int heading = firstHeading;
    for (String line : runs.split("\n")) {
      for (String run : line.split(" ")) {
        int size = run.length();
        for (int length = SHORTEST; length <= Math.min(LONGEST, size); length++) {
          if (length == size) {
            listener.term(run, Seen.END, heading);
          } else {
            listener.term(run.substring(0, length), run.charAt(length), heading);
            listener.term(run.substring(size - length), run.charAt(size - length - 1), heading);
          }
        }
      }
      heading++;
    }
    return heading;
  }

  /** How many units have a term, by its hash: too many at times, never too few. */
  private static final class Counts {
    private final int[] last = new int[SLOTS];
    private final boolean[] shared = new boolean[SLOTS];

    void add(int unit, String term) {
      int slot = slot(term);
      if (last[slot] != 0 && last[slot] != unit + 1) {
        shared[slot] = true;
      }
      last[slot] = unit + 1;
    }

    boolean isShared(String term) {
      return shared[slot(term)];
    }

    private static int slot(String term) {
      int hash = term.hashCode() * 0x9e3779b9;
      return hash >>> 14;
    }
  }
}
