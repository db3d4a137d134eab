package annals.report;

import java.util.List;
import java.util.Optional;

/**
 * A block of a report's body. {@code line} is the 1-based line of the source file on which it
 * begins.
 */
public sealed interface Block {
  int line();

  /**
   * A heading.
   *
   * @param level 1 to 6 as in Markdown; 1 is the report's title
   * @param overrides what an attribute block at the heading's end says
   */
  record Heading(int level, Prose prose, Overrides overrides, int line) implements Block {}

  record Paragraph(Prose prose, int line) implements Block {}

  /** A Markdown list. {@code start} is the first number of an ordered one. */
  record Listing(boolean ordered, int start, List<List<Block>> items, int line) implements Block {
    public Listing {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  record Quote(List<Block> blocks, int line) implements Block {
    public Quote {
      blocks = List.copyOf(blocks);
    }
  }

  /** A GFM table; every row has as many cells as the head. */
  record Table(List<Prose> head, List<Alignment> alignments, List<List<Prose>> rows, int line)
      implements Block {
    public Table {
      head = List.copyOf(head);
      alignments = List.copyOf(alignments);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  record CodeBlock(String literal, int line) implements Block {}

  record Rule(int line) implements Block {}

  /** Raw HTML, already sanitised. */
  record Html(String html, int line) implements Block {}

  enum Alignment {
    NONE,
    LEFT,
    CENTER,
    RIGHT
  }

  /**
   * What {@code {role=plan year=2024 #fixed-anchor}} at a heading's end fixes.
   *
   * @param role {@code summary}, {@code problems}, {@code plan} or {@code other}
   * @param year the target year
   * @param anchor the section's anchor
   */
  record Overrides(Optional<String> role, Optional<Integer> year, Optional<String> anchor) {
    public static final Overrides NONE =
        new Overrides(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
