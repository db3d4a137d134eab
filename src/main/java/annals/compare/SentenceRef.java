package annals.compare;

import annals.outline.Section;
import annals.outline.Sentence;

/** A sentence together with the section it stands in. */
public record SentenceRef(Section section, Sentence sentence) {
  public String text() {
    return sentence.text();
  }

  public String anchor() {
    return sentence.anchor();
  }

  /** Whether the sentence is the section's run-in heading. */
  public boolean isHeading() {
    return section
        .headingSentence()
        .filter(heading -> heading.anchor().equals(sentence.anchor()))
        .isPresent();
  }
}
