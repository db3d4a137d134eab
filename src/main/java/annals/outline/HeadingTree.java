package annals.outline;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.report.Block;
import annals.report.Prose;
import annals.text.Spaces;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The headings of a report as a tree, with their numbers read and the blocks between them attached.
 */
final class HeadingTree {
  final List<Block> lead = new ArrayList<>();
  final List<Node> roots = new ArrayList<>();

  /** A heading on its way to becoming a {@link Section}. */
  static final class Node {
    final int markdownLevel;
    final int level;
    final Optional<NumberMark> mark;
    final String heading;
    final boolean runIn;
    final Block.Heading source;
    final List<Block> body = new ArrayList<>();
    final List<Node> children = new ArrayList<>();

    private Node(int level, Block.Heading source) {
      String text = Spaces.strip(source.prose().text());
      this.level = level;
      this.markdownLevel = source.level();
      this.source = source;
      this.mark = Numbering.parseHeading(text);
      String rest = mark.map(m -> text.substring(m.end())).orElse(text);
      this.runIn = rest.endsWith("。");
      this.heading = runIn ? rest.substring(0, rest.length() - 1) : rest;
    }

    String number() {
      return mark.map(NumberMark::text).orElse("");
    }
  }

  /** Builds the tree; the first level-1 heading is the title and not part of it. */
  static HeadingTree of(String path, List<Block> blocks, List<Diagnostic> diagnostics) {
    HeadingTree tree = new HeadingTree();
    Deque<Node> open = new ArrayDeque<>();
    boolean titleSeen = false;
    for (Block block : blocks) {
      if (!(block instanceof Block.Heading heading)) {
        (open.isEmpty() ? tree.lead : open.peek().body).add(block);
        continue;
      }
      if (heading.level() == 1 && !titleSeen && open.isEmpty()) {
        titleSeen = true;
        continue;
      }
      while (!open.isEmpty() && open.peek().markdownLevel >= heading.level()) {
        open.pop();
      }
      Node parent = open.peek();
      Node node = new Node(parent == null ? 1 : parent.level + 1, heading);
      (parent == null ? tree.roots : parent.children).add(node);
      tree.checkLevel(path, parent, node, diagnostics);
      open.push(node);
    }
    checkNumbers(path, tree.roots, diagnostics);
    return tree;
  }

  /** The text of the title heading in the body, if there is one. */
  static Optional<Prose> title(List<Block> blocks) {
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        return heading.level() == 1 ? Optional.of(heading.prose()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private void checkLevel(String path, Node parent, Node node, List<Diagnostic> diagnostics) {
    int expected = parent == null ? 2 : parent.markdownLevel + 1;
    Position at = new Position(path, node.source.line(), 1);
    if (node.markdownLevel > expected && parent != null) {
      diagnostics.add(
          Diagnostic.warning(
              "heading-level-jumped",
              at,
              "heading level jumps from " + parent.markdownLevel + " to " + node.markdownLevel,
              "use " + "#".repeat(expected) + " for a child of the heading above"));
    }
    if (parent == null || parent.mark.isEmpty() || node.mark.isEmpty()) {
      return;
    }
    int rank = node.mark.get().rank();
    int parentRank = parent.mark.get().rank();
    int layer = node.mark.get().form().layer();
    int parentLayer = parent.mark.get().form().layer();
    boolean first = parent.children.size() == 1;
    if (first && parentLayer > 0 && layer > parentLayer + 1) {
      diagnostics.add(
          Diagnostic.warning(
              "layer-skipped",
              at,
              "numbering skips a layer: " + node.number() + " directly under " + parent.number(),
              "GB/T 9704 numbers 一、 （一） 1. （1）; nothing is changed"));
    }
    if (first && rank <= parentRank) {
      diagnostics.add(
          Diagnostic.warning(
              "layer-inverted",
              at,
              node.number() + " stands below " + parent.number(),
              "check the level of this heading"));
    }
  }

  private static void checkNumbers(String path, List<Node> siblings, List<Diagnostic> diagnostics) {
    Node previous = null;
    for (Node node : siblings) {
      Position at = new Position(path, node.source.line(), 1);
      if (node.mark.isPresent() && !node.mark.get().standard()) {
        diagnostics.add(
            Diagnostic.warning(
                "number-mark",
                at,
                "number written " + node.number(),
                "the standard forms are 一、 （一） 1. （1）"));
      }
      if (previous != null && sameRank(previous, node)) {
        int before = previous.mark.orElseThrow().value();
        int value = node.mark.orElseThrow().value();
        if (value == before) {
          diagnostics.add(
              Diagnostic.warning(
                  "number-repeated",
                  at,
                  "number " + node.number() + " stands twice in a row",
                  "expected " + (before + 1)));
        } else if (value != before + 1) {
          diagnostics.add(
              Diagnostic.warning(
                  "number-skipped",
                  at,
                  "number " + node.number() + " follows " + previous.number(),
                  "expected " + (before + 1)));
        }
      } else if (previous == null && node.mark.isPresent() && node.mark.get().value() != 1) {
        diagnostics.add(
            Diagnostic.warning(
                "number-skipped", at, "numbering begins with " + node.number(), "expected 1"));
      }
      previous = node;
      checkNumbers(path, node.children, diagnostics);
    }
  }

  private static boolean sameRank(Node a, Node b) {
    return a.mark.isPresent() && b.mark.isPresent() && a.mark.get().rank() == b.mark.get().rank();
  }
}
