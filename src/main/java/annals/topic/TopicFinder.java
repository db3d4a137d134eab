package annals.topic;

import annals.outline.Outline;
import annals.outline.Passage;
import annals.outline.Role;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where a report writes about a topic: in each part the sections whose headings name it;
 * where none does, the paragraph that has its words most, if they are more than a passing mention.
 */
public final class TopicFinder {
  private static final List<Role> PARTS = List.of(Role.SUMMARY, Role.PROBLEMS, Role.PLAN);

  /** Sections of a part with the topic in their headings that are kept. */
  private static final int SECTIONS = 2;

  /** How often a paragraph must have the words; to open with one counts as one more. */
  private static final int MENTIONS = 2;

  /** The characters with which a paragraph opens. */
  private static final int OPENING = 16;

  private static final int QUOTE = 110;
  private static final int LABEL = 60;

  private final ReportId report;
  private final Outline outline;

  public TopicFinder(ReportId report, Outline outline) {
    this.report = report;
    this.outline = outline;
  }

  /** In the order of parts, then of reading. */
  public List<TopicPassage> find(Topic topic) {
    Map<Role, List<TopicPassage>> found = new EnumMap<>(Role.class);
    outline.sections().forEach(section -> headings(section, topic, found));
    List<TopicPassage> passages = new ArrayList<>();
    for (Role part : PARTS) {
      List<TopicPassage> headed = found.getOrDefault(part, List.of());
      if (headed.isEmpty()) {
        mention(part, topic, passages);
      } else {
        passages.addAll(headed.subList(0, Math.min(SECTIONS, headed.size())));
      }
    }
    return passages;
  }

  private void headings(Section section, Topic topic, Map<Role, List<TopicPassage>> found) {
    boolean isPart = section.level() == 1 && !section.children().isEmpty();
    if (!isPart && topic.isIn(section.heading())) {
      found
          .computeIfAbsent(section.role(), role -> new ArrayList<>())
          .add(passage(section, section.anchor(), text(section), true));
      return;
    }
    section.children().forEach(child -> headings(child, topic, found));
  }

  private void mention(Role part, Topic topic, List<TopicPassage> passages) {
    TopicPassage best = null;
    int most = MENTIONS - 1;
    for (Section section : outline.walk().filter(s -> s.role() == part).toList()) {
      for (Passage passage : section.body()) {
        List<Sentence> sentences = passage.sentences();
        int first = first(sentences, topic);
        if (first < sentences.size()) {
          int count =
              sentences.stream().mapToInt(sentence -> topic.count(sentence.text())).sum()
                  + (opens(sentences, topic) ? 1 : 0);
          if (count > most) {
            most = count;
            Sentence from = sentences.get(first);
            best = passage(section, from.anchor(), text(sentences, first), false);
          }
        }
      }
    }
    if (best != null) {
      passages.add(best);
    }
  }

  private static int first(List<Sentence> sentences, Topic topic) {
    int first = 0;
    while (first < sentences.size() && !topic.isIn(sentences.get(first).text())) {
      first++;
    }
    return first;
  }

  private static boolean opens(List<Sentence> sentences, Topic topic) {
    return topic.isIn(start(sentences.getFirst().text(), OPENING));
  }

  private TopicPassage passage(Section section, String anchor, String text, boolean headed) {
    String quote = start(text, QUOTE);
    boolean cut = quote.length() < text.length();
    return new TopicPassage(
        report,
        section.role(),
        section.target().toString(),
        anchor,
        start(section.label(), LABEL),
        quote,
        cut,
        headed);
  }

  private static String start(String text, int length) {
    return text.codePointCount(0, text.length()) > length
        ? text.substring(0, text.offsetByCodePoints(0, length))
        : text;
  }

  private static String text(List<Sentence> sentences, int first) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i < sentences.size() && text.length() <= QUOTE; i++) {
      text.append(sentences.get(i).text());
    }
    return text.toString();
  }

  private static String text(Section section) {
    StringBuilder text = new StringBuilder();
    for (Section part : section.walk().toList()) {
      if (part != section && text.length() <= QUOTE) {
        part.headingSentence().ifPresent(heading -> text.append(heading.text()));
      }
      for (Passage passage : part.body()) {
        if (text.length() <= QUOTE) {
          text.append(text(passage.sentences(), 0));
        }
      }
    }
    return text.toString();
  }
}
