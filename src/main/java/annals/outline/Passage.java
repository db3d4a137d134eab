package annals.outline;

import annals.report.Block;
import java.util.List;

/**
 * A block of a section's body with the places in it that can be cited.
 *
 * @param anchor its id in the page, such as {@code s-1-2-p3}
 * @param block any block but a heading
 * @param sentences the sentences of a paragraph in order; none for other blocks
 * @param points the points of a paragraph in order
 */
public record Passage(String anchor, Block block, List<Sentence> sentences, List<Point> points) {
  public Passage {
    sentences = List.copyOf(sentences);
    points = List.copyOf(points);
  }
}
