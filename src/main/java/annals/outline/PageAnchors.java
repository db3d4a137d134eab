package annals.outline;

import annals.anchor.PublishedAnchor;
import annals.report.Block;
import annals.report.Prose;
import java.util.ArrayList;
import java.util.List;

/** The anchors of a report's page as they are remembered once it is published. */
public final class PageAnchors {
  private PageAnchors() {}

  /** All anchors of a page: those of its text in reading order, then the retired ones. */
  public static List<PublishedAnchor> of(Outline outline) {
    List<PublishedAnchor> anchors = new ArrayList<>(ofText(outline));
    anchors.addAll(outline.retired());
    return anchors;
  }

  /** The anchors of the text alone, in reading order. */
  static List<PublishedAnchor> ofText(Outline outline) {
    List<PublishedAnchor> anchors = new ArrayList<>();
    outline.lead().forEach(passage -> anchors.add(passage(passage)));
    outline
        .walk()
        .forEach(
            section -> {
              anchors.add(
                  PublishedAnchor.OfSection.of(
                      section.anchor(), section.heading(), section.label()));
              section.body().forEach(passage -> anchors.add(passage(passage)));
            });
    return anchors;
  }

  private static PublishedAnchor passage(Passage passage) {
    if (!(passage.block() instanceof Block.Paragraph)) {
      return PublishedAnchor.OfBlock.of(passage.anchor(), text(passage.block()));
    }
    List<PublishedAnchor.OfSentence> sentences = new ArrayList<>(passage.sentences().size());
    for (Sentence sentence : passage.sentences()) {
      sentences.add(PublishedAnchor.OfSentence.of(sentence.anchor(), sentence.text()));
    }
    return new PublishedAnchor.OfParagraph(passage.anchor(), sentences);
  }

  private static String text(Block block) {
    StringBuilder text = new StringBuilder();
    append(text, block);
    return text.toString();
  }

  private static void append(StringBuilder text, Block block) {
    switch (block) {
      case Block.Heading heading -> text.append(heading.prose().text());
      case Block.Paragraph paragraph -> text.append(paragraph.prose().text());
      case Block.Listing listing ->
          listing.items().forEach(item -> item.forEach(inner -> append(text, inner)));
      case Block.Quote quote -> quote.blocks().forEach(inner -> append(text, inner));
      case Block.Table table -> {
        append(text, table.head());
        table.rows().forEach(row -> append(text, row));
      }
      case Block.CodeBlock code -> text.append(code.literal());
      case Block.Html html -> text.append(html.html());
      case Block.Rule rule -> text.append("---");
    }
  }

  private static void append(StringBuilder text, List<Prose> cells) {
    cells.forEach(cell -> text.append(cell.text()).append('|'));
  }
}
