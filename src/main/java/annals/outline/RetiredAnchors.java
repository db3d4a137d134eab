package annals.outline;

import annals.anchor.PublishedAnchor.Retired;
import annals.outline.TextParts.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the ids lead whose text is gone: to what stands nearest before it in the same paragraph or
 * section, else to the section itself, a section above it, or the page's top.
 */
final class RetiredAnchors {
  private final TextParts old;
  private final Set<String> used;
  private final List<Retired> list = new ArrayList<>();

  /** By published id, the present id at which what was there is found. */
  private final Map<String, String> places = new HashMap<>();

  /**
   * @param used the ids of the present text
   * @param renamed published sections to which the author has given another id since, with that id
   */
  RetiredAnchors(TextParts old, Set<String> used, Map<String, String> renamed) {
    this.old = old;
    this.used = used;
    places.putAll(renamed);
    places.put(TextParts.LEAD, Retired.TOP);
  }

  /** The retired ids: those that were so before, then the new ones, sections first. */
  List<Retired> list() {
    for (Part section : old.sections()) {
      settle(section.id(), section.hash(), places.getOrDefault(section.id(), above(section.id())));
    }
    Map<String, String> last = new HashMap<>();
    for (Part passage : old.passages()) {
      String hash = passage.isParagraph() ? Retired.NO_HASH : passage.hash();
      settle(
          passage.id(),
          hash,
          last.getOrDefault(
              passage.section(), places.getOrDefault(passage.section(), Retired.TOP)));
      if (used.contains(passage.id())) {
        last.put(passage.section(), passage.id());
      }
    }
    for (Part sentence : old.sentences()) {
      settle(
          sentence.id(),
          sentence.hash(),
          last.getOrDefault(sentence.passage(), places.get(sentence.passage())));
      if (used.contains(sentence.id())) {
        last.put(sentence.passage(), sentence.id());
      }
    }
    List<Retired> all = new ArrayList<>();
    for (Retired before : old.retired()) {
      if (!used.contains(before.id())) {
        String at =
            used.contains(before.at())
                ? before.at()
                : places.getOrDefault(before.at(), Retired.TOP);
        all.add(new Retired(before.id(), before.hash(), at));
      }
    }
    all.addAll(list);
    return List.copyOf(all);
  }

  private void settle(String id, String hash, String near) {
    if (used.contains(id)) {
      places.put(id, id);
    } else {
      places.put(id, near);
      list.add(new Retired(id, hash, near));
    }
  }

  /** The nearest section above by the numbers in the id, {@code s-1} for {@code s-1-2}. */
  private String above(String id) {
    for (int end = id.lastIndexOf('-'); end > 0; end = id.lastIndexOf('-', end - 1)) {
      String parent = id.substring(0, end);
      if (places.containsKey(parent)) {
        return places.get(parent);
      }
    }
    return Retired.TOP;
  }
}
