package annals.outline;

import annals.anchor.PublishedAnchor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A page's anchors as flat lists in reading order, each with where it stands. */
final class TextParts {
  /** The section id of what stands before the first section. */
  static final String LEAD = "s-0";

  private final List<Part> sections = new ArrayList<>();
  private final List<Part> passages = new ArrayList<>();
  private final List<Part> sentences = new ArrayList<>();
  private final List<PublishedAnchor.Retired> retired = new ArrayList<>();

  /**
   * One anchor.
   *
   * @param hash of its text; empty for a paragraph
   * @param section the section it stands in; its own id for a section
   * @param passage the passage it stands in; its own id for a passage, empty for a section
   * @param place 1-based, among the passages of its section or the sentences of its passage
   */
  record Part(String id, String hash, String section, String passage, int place) {
    /** Whether it is a passage with sentences. */
    boolean isParagraph() {
      return hash.isEmpty();
    }
  }

  TextParts(List<PublishedAnchor> anchors) {
    String section = LEAD;
    int place = 0;
    for (PublishedAnchor anchor : anchors) {
      switch (anchor) {
        case PublishedAnchor.OfSection s -> {
          section = s.id();
          place = 0;
          sections.add(new Part(s.id(), s.hash(), s.id(), "", sections.size() + 1));
        }
        case PublishedAnchor.OfBlock b ->
            passages.add(new Part(b.id(), b.hash(), section, b.id(), ++place));
        case PublishedAnchor.OfParagraph p -> {
          passages.add(new Part(p.id(), "", section, p.id(), ++place));
          int number = 0;
          for (PublishedAnchor.OfSentence s : p.sentences()) {
            sentences.add(new Part(s.id(), s.hash(), section, p.id(), ++number));
          }
        }
        case PublishedAnchor.OfSentence alone ->
            throw new IllegalArgumentException("a sentence outside a paragraph: " + alone.id());
        case PublishedAnchor.Retired gone -> retired.add(gone);
      }
    }
  }

  List<Part> sections() {
    return Collections.unmodifiableList(sections);
  }

  List<Part> passages() {
    return Collections.unmodifiableList(passages);
  }

  List<Part> sentences() {
    return Collections.unmodifiableList(sentences);
  }

  List<PublishedAnchor.Retired> retired() {
    return Collections.unmodifiableList(retired);
  }

  List<Part> passagesOf(String section) {
    return passages.stream().filter(p -> p.section().equals(section)).toList();
  }

  List<Part> sentencesOf(String passage) {
    return sentences.stream().filter(s -> s.passage().equals(passage)).toList();
  }

  Optional<Part> section(String id) {
    return sections.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** Every id, the retired ones too. */
  Set<String> ids() {
    Set<String> ids = new HashSet<>();
    sections.forEach(part -> ids.add(part.id()));
    passages.forEach(part -> ids.add(part.id()));
    sentences.forEach(part -> ids.add(part.id()));
    retired.forEach(gone -> ids.add(gone.id()));
    return ids;
  }
}
