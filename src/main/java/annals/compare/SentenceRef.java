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
}
