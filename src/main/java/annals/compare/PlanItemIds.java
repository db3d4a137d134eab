package annals.compare;

import annals.outline.Section;
import annals.text.Folding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Makes the ids of a plan's items from what they say, never from where they stand, so that rulings
 * and links keep to an item whatever is put in, taken out or moved around it.
 *
 * <p>{@code i} and the CRC-32 of the folded sentence, its numbers and point marks left out. Where
 * the same sentence stands under several headings, each gets {@code -} and four digits made from
 * the headings above it: the two do not change places when the sections do. Only the same sentence
 * under the same headings is counted, {@code -2}, {@code -3} and so on.
 */
final class PlanItemIds {
  private static final int WAY_DIGITS = 4;

  private PlanItemIds() {}

  /**
   * @param refs the items in reading order
   * @param ways for each item the sections above it, the outermost first, its own last
   */
  static List<String> of(List<SentenceRef> refs, List<List<Section>> ways) {
    List<String> said = new ArrayList<>(refs.size());
    Map<String, String> places = new HashMap<>();
    Set<String> scattered = new HashSet<>();
    for (SentenceRef ref : refs) {
      String id = idOf(ref.text(), "i");
      String place = ref.section().anchor();
      said.add(id);
      if (!place.equals(places.computeIfAbsent(id, key -> place))) {
        scattered.add(id);
      }
    }
    Map<String, Integer> uses = new HashMap<>();
    List<String> ids = new ArrayList<>(refs.size());
    for (int i = 0; i < refs.size(); i++) {
      String id = said.get(i);
      String placed = scattered.contains(id) ? id + "-" + way(ways.get(i)) : id;
      int use = uses.merge(placed, 1, Integer::sum);
      ids.add(use == 1 ? placed : placed + "-" + use);
    }
    return List.copyOf(ids);
  }

  /** An id made from what a sentence says alone, numbers and point marks left out. */
  static String idOf(String text, String prefix) {
    return prefix + digest(CommitmentRule.body(text));
  }

  /** The part of an id that tells what is said. */
  static String said(String id) {
    int end = id.indexOf('-');
    return end < 0 ? id : id.substring(0, end);
  }

  private static String way(List<Section> sections) {
    StringBuilder headings = new StringBuilder();
    sections.forEach(section -> headings.append(section.heading()).append('\n'));
    return digest(headings.toString()).substring(0, WAY_DIGITS);
  }

  /** Eight hexadecimal digits. */
  private static String digest(String text) {
    CRC32 crc = new CRC32();
    crc.update(Folding.text(text).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
