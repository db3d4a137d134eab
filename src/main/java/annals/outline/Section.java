package annals.outline;

import annals.report.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A numbered heading with its body and children.
 *
 * @param anchor its id in the page, such as {@code s-1-2}
 * @param level depth in the outline: 1 for 一、, a child its parent's plus 1, whatever its number
 *     looks like
 * @param number the number with its mark, such as {@code （一）}; empty for an unnumbered heading
 * @param heading the heading without number and without final 。
 * @param prose the whole heading as written, number and full stop included
 * @param runIn whether the heading ends in 。, so that in print the body goes on in its line
 * @param target the year it is about
 * @param headingSentence a run-in heading as a sentence, for a plan may state an item there
 * @param line 1-based line in the source file
 */
public record Section(
    String anchor,
    int level,
    String number,
    String heading,
    Prose prose,
    boolean runIn,
    Role role,
    TargetYear target,
    Optional<Sentence> headingSentence,
    List<Passage> body,
    List<Section> children,
    int line) {
  public Section {
    body = List.copyOf(body);
    children = List.copyOf(children);
  }

  /** This section and all below it, in reading order. */
  public Stream<Section> walk() {
    List<Section> all = new ArrayList<>();
    addTo(all);
    return all.stream();
  }

  /** Adds this section and all below it; a list is much cheaper than streams inside streams. */
  void addTo(List<Section> all) {
    all.add(this);
    for (Section child : children) {
      child.addTo(all);
    }
  }

  /** The sentences of this section alone, the run-in heading first. */
  public List<Sentence> sentences() {
    List<Sentence> all = new ArrayList<>();
    headingSentence.ifPresent(all::add);
    body.forEach(passage -> all.addAll(passage.sentences()));
    return List.copyOf(all);
  }

  /** Number and heading as one line: {@code （一）党建工作全面落实}. */
  public String label() {
    return number + heading;
  }
}
