package annals.ingest;

import annals.outline.Numbering;
import annals.outline.RoleWords;
import annals.text.YearMention;
import annals.text.Years;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The headings of a document that numbers none of them and marks none by a style, or only those
 * below its parts: short lines without a full stop, each with prose behind it.
 */
final class PlainHeadings {
  private static final int LONGEST = 30;
  private static final int LONG_PROSE = 40;
  private static final int MOST_PARTS = 6;
  private static final Pattern ENDS_OPEN = Pattern.compile(".*[，、：:；;。！？!?…—,]");
  private static final Pattern NOT_A_HEADING =
      Pattern.compile(
          "[（(].*[）)]|.{0,12}[0-9０-９〇零一二三四五六七八九十]{1,4}年[0-9０-９一二三四五六七八九十]{1,3}月[0-9０-９一二三四五六七八九十]{1,3}日.{0,4}"
              + "|[0-9０-９\\s.,%％—-]+|.*[:：].*|(?:图|表|注|附)\\s?[0-9一二三四五六七八九十].*|.*[號号]");

  private final List<TracedText> paragraphs;
  private final Map<Integer, Integer> ranks = new HashMap<>();

  private PlainHeadings(List<TracedText> paragraphs) {
    this.paragraphs = paragraphs;
  }

  /**
   * The rank of each heading by its index.
   *
   * @param paragraphs without the title
   */
  static Map<Integer, Integer> in(List<TracedText> paragraphs) {
    PlainHeadings headings = new PlainHeadings(paragraphs);
    headings.find();
    return Map.copyOf(headings.ranks);
  }

  /**
   * The parts of a document that numbers the headings below them alone: lines that name account and
   * plan, the first of them before every number. Their rank is less than that of any number.
   *
   * @param firstNumbered the index of the first paragraph with a number
   */
  static Map<Integer, Integer> above(List<TracedText> paragraphs, int firstNumbered) {
    PlainHeadings headings = new PlainHeadings(paragraphs);
    List<Integer> parts =
        headings.candidates().stream()
            .filter(i -> Numbering.parse(paragraphs.get(i).text()).isEmpty())
            .filter(i -> RoleWords.says(paragraphs.get(i).text()))
            .toList();
    if (parts.isEmpty() || parts.getFirst() > firstNumbered || parts.size() > MOST_PARTS) {
      return Map.of();
    }
    Optional<Integer> year =
        parts.stream()
            .flatMap(i -> Years.in(paragraphs.get(i).text()).stream())
            .filter(mention -> !mention.isRange())
            .map(YearMention::from)
            .min(Integer::compare);
    boolean account = RoleWords.isAccount(paragraphs.get(parts.getFirst()).text());
    boolean plan =
        parts.stream().skip(1).anyMatch(i -> RoleWords.looksAhead(paragraphs.get(i).text(), year));
    return account && plan ? parts.stream().collect(Collectors.toMap(i -> i, i -> 0)) : Map.of();
  }

  private void find() {
    List<Integer> found = candidates();
    if (found.size() < 2) {
      return;
    }
    Set<Integer> top = byRole(found);
    for (int index : found) {
      ranks.put(index, top.isEmpty() || top.contains(index) ? 1 : 2);
    }
  }

  /** Lines that look like headings and have prose behind them. */
  private List<Integer> candidates() {
    List<Integer> found = new ArrayList<>();
    int i = bodyStart();
    while (i < paragraphs.size()) {
      int end = i;
      while (end < paragraphs.size() && mayBeHeading(paragraphs.get(end).text())) {
        end++;
      }
      boolean followed = end < paragraphs.size() && isProse(paragraphs.get(end).text());
      if (end > i && followed) {
        found.addAll(end - i == 2 ? List.of(i, i + 1) : List.of(end - 1));
      }
      i = Math.max(end, i + 1);
    }
    return found;
  }

  /** The lines before the first prose are about the document, all but the last of them. */
  private int bodyStart() {
    for (int i = 0; i < paragraphs.size(); i++) {
      String text = paragraphs.get(i).text();
      if (TitleLines.isSalutation(text)) {
        return i + 1;
      }
      if (isProse(text)) {
        return i - headingsBefore(i);
      }
    }
    return paragraphs.size();
  }

  /** How many of the lines right before the first prose head it: none, one or two. */
  private int headingsBefore(int prose) {
    if (prose == 0 || !mayBeHeading(paragraphs.get(prose - 1).text())) {
      return 0;
    }
    boolean below =
        prose > 1
            && mayBeHeading(paragraphs.get(prose - 2).text())
            && RoleWords.says(paragraphs.get(prose - 2).text());
    if (below) {
      return 2;
    }
    String last = paragraphs.get(prose - 1).text();
    return RoleWords.says(last) || (prose == 1 && !TitleLines.isTitle(last)) ? 1 : 0;
  }

  /**
   * Where headings name both the past and the plan, these are the parts and all others stand below
   * them; else all are on one level.
   */
  private Set<Integer> byRole(List<Integer> found) {
    Set<Integer> top = new HashSet<>();
    int past = 0;
    int ahead = 0;
    for (int index : found) {
      String text = paragraphs.get(index).text();
      if (RoleWords.says(text)) {
        top.add(index);
        past += RoleWords.looksBack(text) ? 1 : 0;
        ahead += RoleWords.looksBack(text) ? 0 : 1;
      }
    }
    boolean parts =
        past > 0
            && ahead > 0
            && top.contains(found.getFirst())
            && top.size() <= MOST_PARTS
            && top.stream().anyMatch(i -> !Years.in(paragraphs.get(i).text()).isEmpty());
    return parts ? top : Set.of();
  }

  private static boolean mayBeHeading(String text) {
    return text.length() <= LONGEST
        && text.length() > 1
        && !ENDS_OPEN.matcher(text).matches()
        && text.indexOf('。') < 0
        && !NOT_A_HEADING.matcher(text).matches()
        && !TitleLines.isDelivery(text)
        && !TitleLines.isSalutation(text);
  }

  private static boolean isProse(String text) {
    return text.indexOf('。') >= 0
        || (text.length() >= LONG_PROSE && Line.isFinished(text.charAt(text.length() - 1)));
  }
}
