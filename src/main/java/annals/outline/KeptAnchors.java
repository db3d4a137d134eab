package annals.outline;

import annals.anchor.PublishedAnchor;
import annals.anchor.PublishedPage;
import annals.outline.TextParts.Part;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a report that was published before the ids it was published with. Sections and sentences
 * are known again by their text wherever they stand now, paragraphs by their sentences; what was
 * rewritten in place keeps its id by its neighbours. What is new gets an id that was never in use,
 * and ids whose text is gone lead to what stands nearest to where it stood. So an id never comes to
 * name another text, whatever is put in before it.
 */
final class KeptAnchors {
  private final Outline outline;
  private final Set<String> fixed;
  private final TextParts old;
  private final TextParts now;
  private final TextMatch match;

  /** What new things must not be called: every id that was published or is given now. */
  private final Set<String> taken;

  /** By the id as it was made by counting. */
  private final Map<String, String> kept = new HashMap<>();

  private final Map<String, String> renamed = new HashMap<>();

  private KeptAnchors(
      Outline outline, Set<String> fixed, List<PublishedAnchor> text, PublishedPage page) {
    this.outline = outline;
    this.fixed = fixed;
    this.old = new TextParts(page.anchors());
    this.now = new TextParts(text);
    this.match = new TextMatch(old, now);
    this.taken = new HashSet<>(old.ids());
    taken.addAll(fixed);
  }

  /**
   * The outline with the ids it was published with.
   *
   * @param fixed ids that headings state; those stay
   */
  static Outline keep(Outline outline, Set<String> fixed, PublishedPage page) {
    List<PublishedAnchor> text = PageAnchors.ofText(outline);
    return page.anchors().equals(text)
        ? outline
        : new KeptAnchors(outline, fixed, text, page).relabelled();
  }

  private Outline relabelled() {
    nameSections();
    match.matchPassages();
    for (Part passage : now.passages()) {
      String section = kept.getOrDefault(passage.section(), passage.section());
      name(passage, section + "-p", now.passagesOf(passage.section()).size());
    }
    match.matchSentences();
    for (Part sentence : now.sentences()) {
      String passage = kept.get(sentence.passage());
      name(sentence, passage + "-", now.sentencesOf(sentence.passage()).size());
    }
    return new Outline(
        outline.title(),
        outline.unit(),
        outline.year(),
        outline.kind(),
        outline.years(),
        outline.lead().stream().map(this::passage).toList(),
        outline.sections().stream().map(this::section).toList(),
        new RetiredAnchors(old, new HashSet<>(kept.values()), renamed).list());
  }

  private void nameSections() {
    Map<String, String> parents = new HashMap<>();
    outline
        .walk()
        .forEach(above -> above.children().forEach(s -> parents.put(s.anchor(), above.anchor())));
    for (Part section : now.sections()) {
      if (fixed.contains(section.id())) {
        match.of(section).ifPresent(id -> renamed.put(id, section.id()));
        kept.put(section.id(), section.id());
        continue;
      }
      String base = base(section.id(), Optional.ofNullable(parents.get(section.id())));
      String id =
          match.of(section).orElseGet(() -> match.claim(section, base) ? base : fresh(base));
      taken.add(id);
      kept.put(section.id(), id);
    }
  }

  /** The id that a section would have by its number below the id that its parent has kept. */
  private String base(String made, Optional<String> parent) {
    return parent
        .filter(p -> made.startsWith(p + "-"))
        .map(p -> kept.get(p) + made.substring(p.length()))
        .orElse(made);
  }

  private String fresh(String base) {
    String id = base;
    for (int copy = 1; taken.contains(id); copy++) {
      id = base + AnchorMaker.letters(copy);
    }
    return id;
  }

  /** A new part is called by its place where that is free, else by the first number behind all. */
  private void name(Part part, String stem, int places) {
    String id = match.of(part).orElse(stem + part.place());
    for (int number = places + 1; match.of(part).isEmpty() && taken.contains(id); number++) {
      id = stem + number;
    }
    taken.add(id);
    kept.put(part.id(), id);
  }

  private Section section(Section section) {
    String anchor = kept.get(section.anchor());
    return new Section(
        anchor,
        section.level(),
        section.number(),
        section.heading(),
        section.prose(),
        section.runIn(),
        section.role(),
        section.target(),
        section.headingSentence().map(s -> new Sentence(anchor, s.text(), s.span())),
        section.body().stream().map(this::passage).toList(),
        section.children().stream().map(this::section).toList(),
        section.line());
  }

  private Passage passage(Passage passage) {
    return new Passage(
        kept.get(passage.anchor()),
        passage.block(),
        passage.sentences().stream()
            .map(s -> new Sentence(kept.get(s.anchor()), s.text(), s.span()))
            .toList(),
        passage.points());
  }
}
