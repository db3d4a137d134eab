package annals.compare;

import annals.outline.Outline;
import annals.outline.Role;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.text.Folding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Finds the items of a plan. */
public final class PlanItems {
  private PlanItems() {}

  /**
   * Every sentence of the sections that plan the target year, run-in headings included, in reading
   * order. A plan for a span of years is a plan for each of them.
   */
  public static List<PlanItem> of(Outline outline, int targetYear) {
    Map<String, Integer> uses = new HashMap<>();
    List<PlanItem> items = new ArrayList<>();
    outline
        .walk()
        .filter(section -> section.role() == Role.PLAN && contains(section, targetYear))
        .forEach(
            section -> {
              for (Sentence sentence : section.sentences()) {
                SentenceRef ref = new SentenceRef(section, sentence);
                items.add(new PlanItem(id(sentence.text(), uses), ref, kind(ref)));
              }
            });
    return List.copyOf(items);
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

  /**
   * {@code i} and the CRC-32 of the folded text in eight hexadecimal digits; numbers and point
   * marks do not count, for they change when something is put in before. The same text again gets
   * {@code -2}, {@code -3} and so on.
   */
  private static String id(String text, Map<String, Integer> uses) {
    CRC32 crc = new CRC32();
    crc.update(Folding.text(CommitmentRule.body(text)).getBytes(StandardCharsets.UTF_8));
    String id = "i" + HexFormat.of().toHexDigits((int) crc.getValue());
    int use = uses.merge(id, 1, Integer::sum);
    return use == 1 ? id : id + "-" + use;
  }
}
