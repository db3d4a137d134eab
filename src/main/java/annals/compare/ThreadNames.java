package annals.compare;

import annals.outline.Section;
import annals.text.Span;
import annals.text.WordBreaks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the phrase that names a thread: one that most of its mentions have, long rather than short,
 * that begins and ends where words do. Where words end nobody has marked in Chinese text; that two
 * characters belong to one word shows in how often they stand together in the reports. Not safe for
 * several threads of execution.
 */
final class ThreadNames {
  private static final int LONGEST = 12;
  private static final int MOST_MENTIONS = 40;
  private static final String NO_START = "的了在和与及把被将由为对从到向以并又再也都已各本该其每是有等可要还更最较共约近余多少于第年月比按因只没不未";
  private static final String NO_END = "的了在和与及把被将由为对从到向以并又再也都已各本该其每是有等可要还更最较共约近于不";

  /** Words that say nothing at the beginning or the end of a name. */
  private static final Set<String> NO_FIRST_WORD =
      Set.of("我 我们 主要 全部 继续 进一步 自觉 通过 做 做好 做了 抓好 着重 重点 其中 同时 包括 面对 经过 坚持 着力".split(" "));

  private static final Set<String> NO_LAST_WORD =
      Set.of("中 以下 以上 平均 方面 情况 等 后 前 时 之 专 重 特大 进行 实行 予以 举办".split(" "));

  private static final String COUNTS = "一二三四五六七八九十";

  private final Mentions mentions;
  private static final int OFTEN = 10;

  /** A phrase that mostly stands elsewhere says nothing of a thread. */
  private static final double LEAST_OWN = 0.2;

  /** Nor does one that begins or ends inside a word name it. */
  private static final double LEAST_WHOLE = 0.5;

  /** If none of these consists of words, the first is taken as it is. */
  private static final int MOST_CANDIDATES = 12;

  private final WordBreaks breaks = new WordBreaks();
  private final int[] characters = new int[1 << 16];
  private final int[] initials = new int[1 << 16];
  private final int[] finals = new int[1 << 16];
  private final TermTable pairs;
  private final int[][] pairsOfMention;
  private final Map<Section, int[]> pairsOfHeading = new IdentityHashMap<>();
  private int[] together = new int[1 << 12];
  private int[] firstMention;
  private int[] sharedIn;
  private int group;

  ThreadNames(Mentions mentions) {
    this.mentions = mentions;
    this.pairs = new TermTable(mentions.size() * 24);
    this.pairsOfMention = new int[mentions.size()][];
    for (int m = 0; m < mentions.size(); m++) {
      Mention mention = mentions.get(m);
      pairsOfMention[m] = read(mention.text());
      mention.section().ifPresent(s -> pairsOfHeading.computeIfAbsent(s, key -> read(s.heading())));
    }
    this.firstMention = new int[pairs.size()];
    this.sharedIn = new int[pairs.size()];
  }

  /** For each place of a text the number of the pair that ends there plus 1, or 0. */
  private int[] read(String text) {
    int[] numbers = new int[text.length()];
    boolean letterBefore = false;
    for (int i = 0; i < numbers.length; i++) {
      char c = text.charAt(i);
      boolean letter = isLetter(c);
      if (letter) {
        characters[c]++;
        initials[c] += letterBefore ? 0 : 1;
        finals[c] += i + 1 < numbers.length && isLetter(text.charAt(i + 1)) ? 0 : 1;
        if (letterBefore) {
          int number = pairs.add((long) text.charAt(i - 1) << 16 | c);
          if (number >= together.length) {
            together = Arrays.copyOf(together, together.length * 2);
          }
          together[number]++;
          numbers[i] = number + 1;
        }
      }
      letterBefore = letter;
    }
    return numbers;
  }

  private static boolean isLetter(char c) {
    return (c >= 0x4e00 && c <= 0x9fff) || Character.isLetter(c);
  }

  private static final class Phrase {
    private int mentions;
    private int lastMention = -1;
    private int uses;
    private double glued;
    private int rarest;
    private String firstUse;
    private String lastUse;
    private int firstPlace;
    private int lastPlace;
  }

  private record Candidate(String name, Phrase phrase, double score) {
    private static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::name);
  }

  private record Text(String text, int[] pairs, int mention) {}

  /** The name of the thread of these mentions; empty if they have no phrase in common. */
  String of(List<Integer> thread) {
    int size = Math.min(thread.size(), MOST_MENTIONS);
    List<Text> texts = new ArrayList<>(2 * size);
    for (int i = 0; i < size; i++) {
      int number = thread.get(i * thread.size() / size);
      Mention mention = mentions.get(number);
      int index = i;
      texts.add(new Text(mention.text(), pairsOfMention[number], index));
      mention
          .section()
          .filter(section -> section.level() > 1 && mention.passage().isPresent())
          .ifPresent(s -> texts.add(new Text(s.heading(), pairsOfHeading.get(s), index)));
    }
    markShared(texts);
    Map<String, Phrase> phrases = new HashMap<>();
    texts.forEach(text -> collect(text, phrases));
    double part = (double) size / thread.size();
    List<Candidate> candidates = new ArrayList<>();
    phrases.forEach(
        (name, phrase) -> {
          double score = score(name, phrase, size, part);
          if (score > 0) {
            candidates.add(new Candidate(name, phrase, score));
          }
        });
    candidates.sort(Candidate.BEST_FIRST);
    List<Candidate> best = candidates.subList(0, Math.min(MOST_CANDIDATES, candidates.size()));
    return best.stream()
        .filter(candidate -> isOfWords(candidate.name, candidate.phrase))
        .map(Candidate::name)
        .findFirst()
        .or(
            () ->
                best.stream().map(ThreadNames.this::words).filter(phrases::containsKey).findFirst())
        .orElse(candidates.isEmpty() ? "" : candidates.getFirst().name);
  }

  /** The words of a phrase without those that say nothing and those that it cuts. */
  private String words(Candidate candidate) {
    String text = candidate.phrase.firstUse;
    int place = candidate.phrase.firstPlace;
    List<Span> words = breaks.inside(text, new Span(place, place + candidate.name.length()));
    int first = 0;
    int last = words.size();
    while (first < last && NO_FIRST_WORD.contains(words.get(first).of(text))) {
      first++;
    }
    while (first < last && NO_LAST_WORD.contains(words.get(last - 1).of(text))) {
      last--;
    }
    return first == last ? "" : text.substring(words.get(first).start(), words.get(last - 1).end());
  }

  /** Whether a phrase consists of whole words where it stands first or last. */
  private boolean isOfWords(String name, Phrase phrase) {
    return isOfWords(phrase.firstUse, phrase.firstPlace, name)
        || isOfWords(phrase.lastUse, phrase.lastPlace, name);
  }

  private boolean isOfWords(String text, int place, String name) {
    List<String> words = breaks.of(text, new Span(place, place + name.length()));
    return !words.isEmpty()
        && !NO_FIRST_WORD.contains(words.getFirst())
        && !NO_LAST_WORD.contains(words.getLast());
  }

  /** Marks the pairs that more than one mention has: no shared phrase has any other. */
  private void markShared(List<Text> texts) {
    int base = group * (MOST_MENTIONS + 1);
    group++;
    for (Text text : texts) {
      int mark = base + text.mention + 1;
      for (int pair : text.pairs) {
        if (pair > 0) {
          int first = firstMention[pair - 1];
          if (first <= base) {
            firstMention[pair - 1] = mark;
          } else if (first != mark) {
            sharedIn[pair - 1] = group;
          }
        }
      }
    }
  }

  private void collect(Text of, Map<String, Phrase> phrases) {
    String text = of.text;
    int begin = afterMark(text);
    for (int start = begin; start + 1 < text.length(); start++) {
      if (!mayBegin(text, start)) {
        continue;
      }
      double before = start == begin ? 0 : glue(of, start);
      int rarest = Integer.MAX_VALUE;
      for (int end = start + 1;
          end < text.length()
              && end - start < LONGEST
              && of.pairs[end] > 0
              && sharedIn[of.pairs[end] - 1] == group;
          end++) {
        rarest = Math.min(rarest, together[of.pairs[end] - 1]);
        if (mayEnd(text.charAt(end))) {
          Phrase phrase =
              phrases.computeIfAbsent(text.substring(start, end + 1), key -> new Phrase());
          phrase.uses++;
          if (phrase.firstUse == null) {
            phrase.firstUse = text;
            phrase.firstPlace = start;
          }
          phrase.lastUse = text;
          phrase.lastPlace = start;
          phrase.rarest = rarest;
          phrase.glued += Math.max(before, glue(of, end + 1));
          if (phrase.lastMention != of.mention) {
            phrase.lastMention = of.mention;
            phrase.mentions++;
          }
        }
      }
    }
  }

  /** A measure word behind a figure begins no phrase, nor does what hardly ever begins a clause. */
  private boolean mayBegin(String text, int place) {
    char c = text.charAt(place);
    return isLetter(c)
        && NO_START.indexOf(c) < 0
        && (initials[c] > 0 || characters[c] < OFTEN)
        && (place == 0 || !isFigure(text.charAt(place - 1)));
  }

  private boolean mayEnd(char c) {
    return NO_END.indexOf(c) < 0 && (finals[c] > 0 || characters[c] < OFTEN);
  }

  private static boolean isFigure(char c) {
    return (c >= '0' && c <= '9') || COUNTS.indexOf(c) >= 0;
  }

  /** How likely the characters before and at a place belong to one word. */
  private double glue(Text text, int place) {
    if (place >= text.pairs.length || text.pairs[place] == 0) {
      return 0;
    }
    double count = together[text.pairs[place] - 1];
    double either =
        (double) characters[text.text.charAt(place - 1)] * characters[text.text.charAt(place)];
    return count < 2 ? 0 : Math.sqrt(count * count / either);
  }

  /** Where a text begins behind 一是, 二是 and so on. */
  private static int afterMark(String text) {
    return Mentions.opensPoint(text) ? 2 : 0;
  }

  /**
   * @param part how much of the thread was looked at
   */
  private static double score(String phrase, Phrase seen, int group, double part) {
    double own = Math.min(1, seen.uses / (part * seen.rarest));
    if (seen.mentions < 2 || own < LEAST_OWN) {
      return 0;
    }
    double covers = (double) seen.mentions / group;
    double length = 1 - Math.exp(-phrase.length() / 2.5);
    double whole = 1 - seen.glued / seen.uses;
    if (whole < LEAST_WHOLE) {
      return 0;
    }
    return covers * length * whole * whole * Math.sqrt(own);
  }
}
