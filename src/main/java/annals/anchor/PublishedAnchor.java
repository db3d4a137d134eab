package annals.anchor;

import java.util.List;

/** An id of a published page and what it names there, known again by a hash of its text. */
public sealed interface PublishedAnchor {
  String id();

  /**
   * A section.
   *
   * @param hash of its heading without the number
   * @param label its heading with the number
   */
  record OfSection(String id, String hash, String label) implements PublishedAnchor {
    /** The anchor of a section with this heading. */
    public static OfSection of(String id, String heading, String label) {
      return new OfSection(id, TextHash.of(heading), label);
    }
  }

  /** A paragraph with the sentences that stand in it. */
  record OfParagraph(String id, List<OfSentence> sentences) implements PublishedAnchor {
    public OfParagraph {
      sentences = List.copyOf(sentences);
    }
  }

  /** A table, a list or another block that has no sentences. */
  record OfBlock(String id, String hash) implements PublishedAnchor {
    /** The anchor of a block with this text. */
    public static OfBlock of(String id, String text) {
      return new OfBlock(id, TextHash.of(text));
    }
  }

  /** A sentence of a paragraph. */
  record OfSentence(String id, String hash) implements PublishedAnchor {
    /** The anchor of this sentence. */
    public static OfSentence of(String id, String text) {
      return new OfSentence(id, TextHash.of(text));
    }
  }

  /**
   * An id whose text is gone.
   *
   * @param hash of the text; {@link #NO_HASH} where it was a paragraph
   * @param at the id of what stands nearest to where it stood; {@link #TOP} for the page's top
   */
  record Retired(String id, String hash, String at) implements PublishedAnchor {
    public static final String NO_HASH = "-";
    public static final String TOP = "-";
  }
}
