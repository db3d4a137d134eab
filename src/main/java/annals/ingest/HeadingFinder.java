package annals.ingest;

import annals.outline.NumberForm;
import annals.outline.NumberMark;
import annals.outline.Numbering;
import annals.outline.RoleWords;
import annals.report.Block;
import annals.report.Prose;
import annals.text.ChineseNumerals;
import annals.text.Spaces;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Decides which paragraphs of a raw report are section headings. A paragraph that is only number
 * and text is a heading of its own; one that goes on after its first 。 is a run-in heading with its
 * body; 一是 and 第一， are points and stay where they are. The numbers must make a sequence: 二、三产业 at
 * the beginning of a sentence is no heading.
 *
 * <p>The level of a heading is its depth in the tree plus one, whatever its number looks like.
 */
final class HeadingFinder {
  private static final int LONGEST_HEADING = 200;

  /** A heading whose number does not follow the last one must at least look like a heading. */
  private static final int LIKELY_HEADING = 60;

  private static final int DEEPEST = 5;

  /** 二、三产业: the second of two numbers that count the same thing. */
  private static final Pattern COUNTED =
      Pattern.compile("(?:、|和|与|产业|季|级|线|次|孩|类|届|期|批|审|轮|月|年|号|楼|院|环|中全会|手|者)");

  private static final Pattern ANNEX =
      Pattern.compile("附\\s?[件录表]\\s?(?<number>[0-9０-９一二三四五六七八九十]{0,3})(?<title>[^。；：:]{0,40})");
  private static final Pattern ATTACHMENTS = Pattern.compile("附\\s?件\\s?[：:].*");
  private static final Pattern GLOSSARY = Pattern.compile("(?:有关|部分)?(?:名词|术语|用语)(?:解释|注释|说明)");

  /** What Markdown would read as attributes of a heading; such a line stays a paragraph. */
  private static final Pattern ATTRIBUTES =
      Pattern.compile("\\{(?:\\s*(?:role=[a-z]+|year=[0-9]{4}|#[^\\s{}]+))+\\s*}\\s*$");

  private final RawText source;
  private final List<TracedText> paragraphs;
  private final ImportLog.Ledger ledger;
  private final List<Block> blocks = new ArrayList<>();
  private final StyleLevels styles;
  private final BitSet counted;
  private final boolean decimals;
  private final Map<Integer, Integer> plain;
  private final Deque<Frame> open = new ArrayDeque<>();
  private final Map<Integer, Integer> listItems = new HashMap<>();
  private boolean inGlossary;

  private HeadingFinder(RawText source, List<TracedText> paragraphs, ImportLog.Ledger ledger) {
    this.source = source;
    this.paragraphs = paragraphs;
    this.ledger = ledger;
    this.styles = new StyleLevels(source, paragraphs);
    this.counted = NumberedParagraphs.in(paragraphs);
    this.decimals = paragraphs.stream().filter(HeadingFinder::isDecimal).count() > 1;
    long styled = paragraphs.stream().filter(p -> styles.rank(p).isPresent()).count();
    this.plain = styled > 1 ? Map.of() : plain();
  }

  /** The headings that no style and no number marks. */
  private Map<Integer, Integer> plain() {
    int[] numbered =
        IntStream.range(0, paragraphs.size()).filter(i -> mark(i).isPresent()).toArray();
    if (numbered.length == 0) {
      return PlainHeadings.in(paragraphs);
    }
    boolean accountIsNumbered =
        Arrays.stream(numbered).mapToObj(paragraphs::get).anyMatch(HeadingFinder::isAccount);
    return accountIsNumbered ? Map.of() : PlainHeadings.above(paragraphs, numbered[0]);
  }

  private static boolean isAccount(TracedText numbered) {
    return numbered.length() <= LIKELY_HEADING && RoleWords.isAccount(numbered.text());
  }

  private static boolean isDecimal(TracedText paragraph) {
    return Numbering.parse(head(paragraph.text()))
        .filter(mark -> mark.form() == NumberForm.DECIMAL)
        .isPresent();
  }

  private static String head(String text) {
    return text.substring(0, Math.min(16, text.length()));
  }

  /** The section number that a paragraph begins with; numbers of paragraphs are none. */
  private Optional<NumberMark> mark(int index) {
    if (counted.get(index)) {
      return Optional.empty();
    }
    String head = head(paragraphs.get(index).text());
    return Numbering.parse(head).or(() -> decimals ? Numbering.bare(head) : Optional.empty());
  }

  /** An open section: the rank of its number (0 for an annex) and its value. */
  private record Frame(int rank, int value) {}

  static List<Block> find(RawText source, List<TracedText> paragraphs, ImportLog.Ledger ledger) {
    HeadingFinder finder = new HeadingFinder(source, paragraphs, ledger);
    int i = 0;
    while (i < paragraphs.size()) {
      i = finder.paragraph(i);
    }
    return List.copyOf(finder.blocks);
  }

  /** Adds the blocks of a paragraph; gives the index of the next one. */
  private int paragraph(int index) {
    TracedText paragraph = paragraphs.get(index);
    String text = paragraph.text();
    Optional<FigureBlocks.Made> figure = FigureBlocks.at(index, source, paragraphs);
    if (figure.isPresent()) {
      blocks.add(figure.get().block());
      return figure.get().next();
    }
    if (isAnnex(text)) {
      return annex(index);
    }
    if (ATTACHMENTS.matcher(text).matches()) {
      listItems.put(NumberForm.THIRD.rank(), 1);
    }
    Optional<NumberMark> mark = mark(index);
    if (mark.isPresent() && isAlone(mark.get(), text)) {
      return numberAlone(index, mark.get());
    }
    if (mark.isPresent()) {
      int end =
          styles.lead(paragraph, mark.get().end()).orElseGet(() -> headingEnd(text, mark.get()));
      if (end > 0 && isHeading(text, end, mark.get())) {
        heading(paragraph.part(0, end), mark.get().rank(), mark.get().value());
        body(paragraph.from(end).strip());
        return index + 1;
      }
    }
    Optional<Integer> rank =
        mark.isPresent()
            ? Optional.empty()
            : styles.rank(paragraph).or(() -> Optional.ofNullable(plain.get(index)));
    if (rank.isPresent() && !ATTRIBUTES.matcher(text).find()) {
      heading(paragraph, rank.get(), 0);
      return index + 1;
    }
    body(paragraph);
    return index + 1;
  }

  private void heading(TracedText text, int rank, int value) {
    while (!open.isEmpty() && open.peek().rank() >= rank) {
      open.pop();
    }
    open.push(new Frame(rank, value));
    listItems.clear();
    int level = Math.min(open.size(), DEEPEST) + 1;
    blocks.add(
        new Block.Heading(
            level, Prose.plain(text.strip().text()), Block.Overrides.NONE, line(text)));
  }

  private void body(TracedText text) {
    if (!text.isEmpty()) {
      blocks.add(new Block.Paragraph(Prose.plain(text.text()), line(text)));
    }
  }

  private int line(TracedText text) {
    return source.at(text.origin(0)).line();
  }

  /**
   * The end of the heading that the paragraph is or begins with: behind the first 。 that ends a
   * sentence, or the whole paragraph; 0 if there is no text behind the number or too much.
   */
  private static int headingEnd(String text, NumberMark mark) {
    int end = Math.min(text.length(), LONGEST_HEADING + 1);
    for (int i = mark.end(); i < end; i++) {
      boolean closes = i + 1 < text.length() && Line.isCloser(text.charAt(i + 1));
      if (text.charAt(i) == '。' && !closes) {
        end = i + 1;
      }
    }
    boolean empty = end <= mark.end() || end > LONGEST_HEADING;
    return empty || ATTRIBUTES.matcher(text.substring(0, end)).find() ? 0 : end;
  }

  private boolean isHeading(String text, int end, NumberMark mark) {
    String heading = text.substring(mark.end(), end);
    boolean deep = mark.rank() >= NumberForm.THIRD.rank();
    if (inGlossary && deep && !heading.endsWith("：") && !heading.endsWith(":")) {
      return false;
    }
    if (isListItem(heading, text.length() == end, mark)
        || isEnumeration(heading, mark)
        || isFirstOfSeveral(text, end, mark)) {
      return false;
    }
    Optional<Frame> last = open.stream().filter(frame -> frame.rank() <= mark.rank()).findFirst();
    boolean sameRank = last.isPresent() && last.get().rank() == mark.rank();
    int expected = sameRank ? last.get().value() + 1 : 1;
    boolean inOrder = mark.value() == expected || mark.value() == 1;
    return switch (mark.form()) {
      case FIRST, SECOND, THIRD, FOURTH -> inOrder || end <= LIKELY_HEADING;
      case PART, CHAPTER, SECTION -> end <= LIKELY_HEADING && text.length() == end;
      case CAPITAL -> inOrder;
      case DECIMAL, SUBDECIMAL -> inOrder && isBelowItsNumber(mark);
    };
  }

  /** Whether the open section above is the one that 1.2 or 1.2.3 names. */
  private boolean isBelowItsNumber(NumberMark mark) {
    String[] path = mark.text().split("[.．、]");
    int parent = ChineseNumerals.parse(path[path.length - 2]).orElse(0);
    return open.stream()
        .filter(frame -> frame.rank() < mark.rank())
        .findFirst()
        .filter(frame -> frame.value() == parent)
        .isPresent();
  }

  private static boolean isAlone(NumberMark mark, String text) {
    boolean outer = mark.rank() <= NumberForm.SECTION.rank();
    return outer && mark.end() >= text.length();
  }

  /** 第一章 on a line of its own has its title on the next. */
  private int numberAlone(int index, NumberMark mark) {
    TracedText text = paragraphs.get(index);
    int next = index + 1;
    if (next < paragraphs.size() && isTitleLine(paragraphs.get(next).text())) {
      TracedText title = paragraphs.get(next);
      ledger.joined(Repair.BROKEN_TITLE, text, title);
      text = text.spacedWith(title);
      next++;
    }
    heading(text, mark.rank(), mark.value());
    return next;
  }

  /** Numbered lines that end in ； or ， are a list inside a section, its last item included. */
  private boolean isListItem(String heading, boolean whole, NumberMark mark) {
    char last = heading.charAt(heading.length() - 1);
    boolean goesOn = whole && "；;，,、".indexOf(last) >= 0;
    boolean follows = listItems.getOrDefault(mark.rank(), 0) == mark.value() - 1;
    if (goesOn || (follows && mark.value() > 1)) {
      listItems.put(mark.rank(), mark.value());
      return true;
    }
    return false;
  }

  /** Whether the number only counts along with the text behind it: 二、三产业, 一、二、三次. */
  private static boolean isEnumeration(String heading, NumberMark mark) {
    if (mark.form() != NumberForm.FIRST) {
      return false;
    }
    int end = 0;
    while (end < heading.length() && "一二三四五六七八九十".indexOf(heading.charAt(end)) >= 0) {
      end++;
    }
    int value = ChineseNumerals.parse(heading.substring(0, end)).orElse(0);
    return value == mark.value() + 1
        && COUNTED.matcher(heading).region(end, heading.length()).lookingAt();
  }

  /** Whether the paragraph counts on behind its first sentence: 1.…。2.…。3.…。 */
  private static boolean isFirstOfSeveral(String text, int end, NumberMark mark) {
    return Numbering.parse(head(text.substring(end).strip()))
        .filter(next -> next.rank() == mark.rank() && next.value() == mark.value() + 1)
        .isPresent();
  }

  private static boolean isAnnex(String text) {
    return text.length() <= LIKELY_HEADING
        && (ANNEX.matcher(text).matches() || GLOSSARY.matcher(text).matches());
  }

  /** An annex begins a part of its own, with its title where that stands on the next line. */
  private int annex(int index) {
    TracedText text = paragraphs.get(index);
    int next = index + 1;
    Matcher annex = ANNEX.matcher(text.text());
    boolean untitled = annex.matches() && Spaces.isBlank(annex.group("title"));
    if (untitled && next < paragraphs.size() && isTitleLine(paragraphs.get(next).text())) {
      TracedText title = paragraphs.get(next);
      ledger.joined(Repair.BROKEN_TITLE, text, title);
      text = text.spacedWith(title);
      next++;
    }
    heading(text, 0, 0);
    inGlossary = GLOSSARY.matcher(text.text()).find();
    return next;
  }

  private static boolean isTitleLine(String text) {
    return text.length() <= LIKELY_HEADING
        && !Line.isSentenceEnd(text.charAt(text.length() - 1))
        && Numbering.parse(text).isEmpty();
  }
}
