package annals.compare;

import annals.compare.FollowUps.Told;
import annals.outline.Passage;
import annals.outline.Point;
import annals.outline.Role;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.text.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that some reports say, one {@link Mention} after the other in reading order, report by
 * report, each with a number from 0. Immutable.
 */
final class Mentions {
  private final List<Told> reports;
  private final List<Mention> all = new ArrayList<>();
  private final int[] starts;
  private final Map<Passage, Integer> firsts = new IdentityHashMap<>();

  /**
   * @param reports in the order of their years
   */
  Mentions(List<Told> reports) {
    this.reports = List.copyOf(reports);
    this.starts = new int[reports.size() + 1];
    for (int r = 0; r < reports.size(); r++) {
      Told report = reports.get(r);
      report.outline().lead().forEach(passage -> read(report, Optional.empty(), passage));
      report.outline().walk().forEachOrdered(section -> read(report, section));
      starts[r + 1] = all.size();
    }
  }

  List<Told> reports() {
    return reports;
  }

  int size() {
    return all.size();
  }

  Mention get(int number) {
    return all.get(number);
  }

  /** The number of a report's first mention. */
  int start(int report) {
    return starts[report];
  }

  /** The number behind a report's last mention. */
  int end(int report) {
    return starts[report + 1];
  }

  /** The number of a passage's first mention. */
  int first(Passage passage) {
    return firsts.get(passage);
  }

  /** The number behind a passage's last mention. */
  int end(Passage passage) {
    int end = firsts.get(passage) + 1;
    while (end < all.size() && all.get(end).passage().filter(p -> p == passage).isPresent()) {
      end++;
    }
    return end;
  }

  private void read(Told report, Section section) {
    Optional<Section> here = Optional.of(section);
    section.body().forEach(passage -> read(report, here, passage));
    if (section.body().isEmpty() && section.children().isEmpty() && section.level() > 1) {
      String text = section.heading();
      all.add(
          new Mention(
              report.id(),
              here,
              Optional.empty(),
              new Span(0, text.length()),
              section.headingSentence().map(List::of).orElse(List.of()),
              section.anchor(),
              text));
    }
  }

  private void read(Told report, Optional<Section> section, Passage passage) {
    firsts.put(passage, all.size());
    String text = BlockText.of(passage.block());
    List<Sentence> sentences = passage.sentences();
    if (sentences.isEmpty()) {
      add(report, section, passage, 0, text.length(), List.of());
      return;
    }
    boolean byPoints = section.filter(s -> s.role() == Role.PROBLEMS).isPresent();
    if (byPoints && passage.points().isEmpty() && opensPoint(text)) {
      add(report, section, passage, 0, text.length(), sentences);
      return;
    }
    List<Point> points = byPoints ? passage.points() : List.of();
    int begin = 0;
    int first = 0;
    for (int i = 1; i <= sentences.size(); i++) {
      int start = i < sentences.size() ? sentences.get(i).span().start() : text.length();
      if (i == sentences.size()
          || point(points, start) != point(points, start(sentences, first))
          || point(points, start) < 0) {
        add(report, section, passage, begin, start, sentences.subList(first, i));
        begin = start;
        first = i;
      }
    }
  }

  /** Whether a text begins with 一是, 二是 and so on, even 二是一. */
  static boolean opensPoint(String text) {
    return text.length() > 2 && text.charAt(1) == '是' && "一二三四五六七八九十".indexOf(text.charAt(0)) >= 0;
  }

  private static int start(List<Sentence> sentences, int index) {
    return sentences.get(index).span().start();
  }

  /** The point that a place of the text belongs to; -1 for none. */
  private static int point(List<Point> points, int place) {
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).span().start() <= place && place < points.get(i).span().end()) {
        return i;
      }
    }
    return -1;
  }

  private void add(
      Told report,
      Optional<Section> section,
      Passage passage,
      int start,
      int end,
      List<Sentence> sentences) {
    String anchor = sentences.isEmpty() ? passage.anchor() : sentences.getFirst().anchor();
    String text =
        sentences.isEmpty()
            ? BlockText.of(passage.block())
            : String.join("", sentences.stream().map(Sentence::text).toList());
    all.add(
        new Mention(
            report.id(),
            section,
            Optional.of(passage),
            new Span(start, end),
            sentences,
            anchor,
            text));
  }
}
