package annals.compare;

import annals.outline.Outline;
import annals.outline.Role;
import annals.outline.Section;
import annals.outline.Sentence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds the items of a plan. */
public final class PlanItems {
  private PlanItems() {}

  /**
   * Every sentence of the sections that plan the target year, run-in headings included, in reading
   * order. A plan for a span of years is a plan for each of them.
   */
  public static List<PlanItem> of(Outline outline, int targetYear) {
    List<SentenceRef> refs = new ArrayList<>();
    List<List<Section>> ways = new ArrayList<>();
    collect(outline.sections(), targetYear, new ArrayDeque<>(), refs, ways);
    List<String> ids = PlanItemIds.of(refs, ways);
    List<PlanItem> items = new ArrayList<>(refs.size());
    for (int i = 0; i < refs.size(); i++) {
      items.add(new PlanItem(ids.get(i), refs.get(i), kind(refs.get(i))));
    }
    return List.copyOf(items);
  }

  /** The sentences of the plan's sections with the way of sections down to each. */
  private static void collect(
      List<Section> sections,
      int targetYear,
      Deque<Section> above,
      List<SentenceRef> refs,
      List<List<Section>> ways) {
    for (Section section : sections) {
      above.addLast(section);
      if (section.role() == Role.PLAN && contains(section, targetYear)) {
        List<Section> way = List.copyOf(above);
        for (Sentence sentence : section.sentences()) {
          refs.add(new SentenceRef(section, sentence));
          ways.add(way);
        }
      }
      collect(section.children(), targetYear, above, refs, ways);
      above.removeLast();
    }
  }

  static boolean contains(Section section, int year) {
    return section.target().from() <= year && year <= section.target().to();
  }

  /**
   * Whether a plan sentence is a commitment. A heading over a body announces what the body says;
   * alone it is an item like any other.
   */
  public static PlanItem.Kind kind(SentenceRef ref) {
    boolean over = !(ref.section().body().isEmpty() && ref.section().children().isEmpty());
    return ref.isHeading() && over ? PlanItem.Kind.STATEMENT : CommitmentRule.kind(ref.text());
  }
}
