package annals.compare;

import annals.compare.FollowUps.Told;
import annals.compare.ProsePieces.Piece;
import annals.compare.Repetition.Kind;
import annals.compare.Repetition.OfSection;
import annals.compare.Repetition.Other;
import annals.compare.Repetition.Place;
import annals.compare.Repetition.Share;
import annals.compare.Repetition.Stretch;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.report.ReportId;
import annals.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a report repeats. Texts are compared by shingles of eight letters and digits; a
 * stretch counts from {@link #STRETCH} characters on, for shorter ones are mostly names and fixed
 * terms, and set phrases do not count.
 */
public final class Repetitions {
  /** The fewest characters of a stretch that counts. */
  static final int STRETCH = 16;

  /** Stretches with no more between them than this are one for that. */
  private static final int GAP = 3;

  /** A set phrase has at least so many shingles; fewer may be an error of the survey's counters. */
  private static final int SET_PHRASE_SHINGLES = 3;

  /** What many units write is a set phrase up to this length; beyond it is a text they share. */
  private static final int LONGEST_SET_PHRASE = 100;

  /** Fewer characters in common with another unit's report than this, or than... */
  private static final int FEWEST_ELSEWHERE = 60;

  /** ...this part of the report in percent, are not worth telling. */
  private static final int FEWEST_PERCENT = 2;

  /** The fewest characters of a sentence that only its numbers tell from the one before. */
  private static final int NUMBERED_SENTENCE = 12;

  /** How much of such a sentence must repeat, in percent. */
  private static final int WHOLE_SENTENCE = 90;

  private static final String CLOSING_MARKS = "。，、；：！？”’）》】%％";
  private static final int SECTION_LEVELS = 2;

  private final CommonText common;
  private final Optional<ShingleSources> before;
  private final List<Examined> pieces = new ArrayList<>();

  private Repetitions(Told report, Optional<ShingleSources> before, CommonText common) {
    this.common = common;
    this.before = before;
    ProsePieces.of(report.outline()).forEach(piece -> pieces.add(new Examined(piece)));
  }

  /**
   * What a report repeats.
   *
   * @param before the report before it of the same unit and kind
   * @param elsewhere reports of other units that may have text in common with it
   */
  public static Repetition of(
      Told report, Optional<Told> before, List<Told> elsewhere, CommonText common) {
    Repetitions found = new Repetitions(report, before.map(ShingleSources::new), common);
    return found.repetition(
        report, elsewhere.stream().map(ShingleSources::new).toList(), before.map(Told::id));
  }

  private Repetition repetition(
      Told report, List<ShingleSources> others, Optional<ReportId> beforeId) {
    int characters = pieces.stream().mapToInt(piece -> piece.text.size()).sum();
    List<Other> elsewhere = new ArrayList<>();
    for (ShingleSources other : others) {
      int shared = pieces.stream().mapToInt(piece -> count(piece.repeated(other))).sum();
      if (shared >= FEWEST_ELSEWHERE && shared * 100L >= (long) FEWEST_PERCENT * characters) {
        elsewhere.add(new Other(other.report(), shared));
        pieces.forEach(piece -> piece.markElsewhere(other));
      }
    }
    elsewhere.sort(
        Comparator.comparingInt(Other::characters).reversed().thenComparing(Other::report));
    Map<String, List<Stretch>> stretches = new HashMap<>();
    pieces.forEach(
        piece -> {
          List<Stretch> found = piece.stretches();
          if (!found.isEmpty()) {
            stretches.put(piece.piece.text(), found);
          }
        });
    Share whole = pieces.stream().map(Examined::share).reduce(Share.NONE, Share::plus);
    return new Repetition(
        report.id(), beforeId, elsewhere, whole, sections(report), common.many(), stretches);
  }

  private List<OfSection> sections(Told report) {
    Map<Section, List<Examined>> bySection = new IdentityHashMap<>();
    for (Examined piece : pieces) {
      if (piece.piece.section() != null) {
        bySection.computeIfAbsent(piece.piece.section(), s -> new ArrayList<>()).add(piece);
      }
    }
    return report
        .outline()
        .walk()
        .filter(section -> section.level() <= SECTION_LEVELS)
        .map(
            section -> {
              List<Examined> below =
                  section
                      .walk()
                      .flatMap(s -> bySection.getOrDefault(s, List.of()).stream())
                      .toList();
              return new OfSection(
                  section.anchor(),
                  section.level(),
                  below.stream().map(Examined::share).reduce(Share.NONE, Share::plus),
                  most(below.stream().map(piece -> piece.placesBefore).toList()),
                  most(below.stream().map(piece -> piece.placesElsewhere).toList()));
            })
        .toList();
  }

  private static Optional<Place> most(List<Map<Place, Integer>> counted) {
    Map<Place, Integer> sum = new LinkedHashMap<>();
    counted.forEach(places -> places.forEach((place, n) -> sum.merge(place, n, Integer::sum)));
    return sum.entrySet().stream()
        .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
        .map(Map.Entry::getKey);
  }

  private static int count(boolean[] tokens) {
    int count = 0;
    for (boolean token : tokens) {
      count += token ? 1 : 0;
    }
    return count;
  }

  /** A piece of the report with what was found of each of its tokens. */
  private final class Examined {
    private final Piece piece;
    private final ShingledText text;
    private final long[] shingles;

    /** Shingles that do not count. */
    private final boolean[] setPhrases;

    private final boolean[] inSetPhrase;
    private final boolean[] inBefore;
    private final boolean[] otherNumber;
    private final boolean[] inElsewhere;
    private final Map<Place, Integer> placesBefore = new LinkedHashMap<>();
    private final Map<Place, Integer> placesElsewhere = new LinkedHashMap<>();

    Examined(Piece piece) {
      this.piece = piece;
      this.text = ShingledText.of(piece.text());
      this.shingles = text.folded();
      this.setPhrases = new boolean[shingles.length];
      for (int i = 0; i < shingles.length; i++) {
        setPhrases[i] = common.isSetPhrase(shingles[i]);
      }
      forRuns(
          setPhrases,
          (start, end) -> {
            if (end - start < SET_PHRASE_SHINGLES) {
              Arrays.fill(setPhrases, start, end, false);
            }
          });
      this.inSetPhrase = covered(setPhrases);
      this.inElsewhere = new boolean[text.size()];
      shareLongPhrases();
      this.inBefore =
          before.map(source -> repeated(source, placesBefore)).orElse(new boolean[text.size()]);
      this.otherNumber = before.map(this::otherNumbers).orElse(new boolean[text.size()]);
    }

    /** What is too long for a set phrase is a text that many units share. */
    private void shareLongPhrases() {
      forRuns(
          inSetPhrase,
          (start, end) -> {
            if (end - start > LONGEST_SET_PHRASE) {
              Arrays.fill(inSetPhrase, start, end, false);
              Arrays.fill(inElsewhere, start, end, true);
              Arrays.fill(setPhrases, start, end - ShingledText.LENGTH + 1, false);
            }
          });
    }

    private boolean[] covered(boolean[] ofShingles) {
      boolean[] tokens = new boolean[text.size()];
      int until = 0;
      for (int i = 0; i < ofShingles.length; i++) {
        if (ofShingles[i]) {
          for (int j = Math.max(i, until); j < i + ShingledText.LENGTH; j++) {
            tokens[j] = true;
          }
          until = i + ShingledText.LENGTH;
        }
      }
      return tokens;
    }

    boolean[] repeated(ShingleSources source) {
      return repeated(source, new HashMap<>());
    }

    /** The tokens in stretches that count, with the sections of the source they stand in. */
    private boolean[] repeated(ShingleSources source, Map<Place, Integer> places) {
      boolean[] found = new boolean[shingles.length];
      for (int i = 0; i < shingles.length; i++) {
        found[i] = !setPhrases[i] && source.has(shingles[i]);
      }
      boolean[] tokens = covered(found);
      dropShort(tokens);
      for (int i = 0; i < found.length; i++) {
        if (found[i] && tokens[i]) {
          source
              .section(shingles[i])
              .ifPresent(s -> places.merge(source.place(s), 1, Integer::sum));
        }
      }
      return tokens;
    }

    /** Leaves runs that are long enough, together with those close by. */
    private void dropShort(boolean[] tokens) {
      int start = 0;
      while (start < tokens.length) {
        if (!tokens[start]) {
          start++;
          continue;
        }
        int end = start;
        int gap = 0;
        int length = 0;
        for (int i = start; i < tokens.length && gap <= GAP; i++) {
          gap = tokens[i] ? 0 : gap + 1;
          if (tokens[i]) {
            length++;
            end = i + 1;
          }
        }
        if (length < STRETCH) {
          Arrays.fill(tokens, start, end, false);
        }
        start = end;
      }
    }

    private boolean[] otherNumbers(ShingleSources source) {
      long[] exact = text.exact();
      boolean[] same = new boolean[exact.length];
      for (int i = 0; i < exact.length; i++) {
        same[i] = source.hasExactly(exact[i]);
      }
      boolean[] inSame = covered(same);
      boolean[] other = new boolean[text.size()];
      for (int i = 0; i < other.length; i++) {
        other[i] = inBefore[i] && text.isNumber(i) && !inSame[i];
      }
      return other;
    }

    void markElsewhere(ShingleSources source) {
      boolean[] tokens = repeated(source, placesElsewhere);
      for (int i = 0; i < tokens.length; i++) {
        inElsewhere[i] |= tokens[i];
      }
    }

    Share share() {
      return new Share(text.size(), count(inBefore), numbersOnly(), count(inElsewhere));
    }

    private int numbersOnly() {
      int sentences = 0;
      int token = 0;
      for (Sentence sentence : piece.sentences()) {
        int tokens = 0;
        int repeated = 0;
        int numbers = 0;
        for (; token < text.size() && text.start(token) < sentence.span().end(); token++) {
          tokens++;
          repeated += inBefore[token] || inSetPhrase[token] ? 1 : 0;
          numbers += otherNumber[token] ? 1 : 0;
        }
        if (numbers > 0
            && tokens >= NUMBERED_SENTENCE
            && repeated * 100 >= tokens * WHOLE_SENTENCE) {
          sentences++;
        }
      }
      return sentences;
    }

    List<Stretch> stretches() {
      Kind[] kinds = new Kind[text.size()];
      for (int i = 0; i < kinds.length; i++) {
        kinds[i] = kind(i);
      }
      List<Stretch> stretches = new ArrayList<>();
      int start = 0;
      for (int i = 1; i <= kinds.length; i++) {
        if (i == kinds.length || kinds[i] != kinds[start]) {
          if (kinds[start] != null) {
            stretches.add(new Stretch(withMarks(text.span(start, i), kinds[start]), kinds[start]));
          }
          start = i;
        }
      }
      return stretches;
    }

    private Kind kind(int token) {
      if (otherNumber[token]) {
        return Kind.NUMBER;
      }
      if (inBefore[token]) {
        return Kind.BEFORE;
      }
      if (inElsewhere[token]) {
        return Kind.ELSEWHERE;
      }
      return inSetPhrase[token] ? Kind.SET_PHRASE : null;
    }

    /** Closing marks behind a stretch belong to it. */
    private Span withMarks(Span span, Kind kind) {
      String marks = kind == Kind.NUMBER ? "%％" : CLOSING_MARKS;
      int end = span.end();
      while (end < piece.text().length() && marks.indexOf(piece.text().charAt(end)) >= 0) {
        end++;
      }
      return new Span(span.start(), end);
    }
  }

  /** Takes a run of tokens. */
  private interface RunListener {
    void run(int start, int end);
  }

  private static void forRuns(boolean[] tokens, RunListener listener) {
    int start = 0;
    while (start < tokens.length) {
      int end = start;
      while (end < tokens.length && tokens[end]) {
        end++;
      }
      if (end > start) {
        listener.run(start, end);
      }
      start = Math.max(end, start + 1);
    }
  }
}
