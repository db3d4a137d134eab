package annals.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The automatic numbers of a .docx file, counted paragraph by paragraph. For one thread. */
final class WordNumbering {
  private static final int LEVELS = 9;

  private final Map<String, Element> numbers = new HashMap<>();
  private final Map<String, Element> abstracts = new HashMap<>();
  private final Map<String, NumberedList> lists = new HashMap<>();
  private final Set<String> restarted = new HashSet<>();

  WordNumbering(Optional<Element> root) {
    root.ifPresent(
        r -> {
          Xml.all(r, "num").forEach(e -> numbers.putIfAbsent(Xml.attribute(e, "numId"), e));
          Xml.all(r, "abstractNum")
              .forEach(e -> abstracts.putIfAbsent(Xml.attribute(e, "abstractNumId"), e));
        });
  }

  /** Whether a paragraph's {@code w:numPr} puts it into a list. */
  boolean isNumbered(Element numPr) {
    return numbers.containsKey(Xml.value(numPr, "numId"));
  }

  /** The number of the next paragraph with this {@code w:numPr}. */
  String next(Element numPr) {
    String id = Xml.value(numPr, "numId");
    Element number = numbers.get(id);
    if (number == null) {
      return "";
    }
    int level = Xml.number(Xml.value(numPr, "ilvl"), 0);
    boolean own =
        Xml.children(number, "lvlOverride").stream().anyMatch(o -> Xml.child(o, "lvl").isPresent());
    String abstractId = Xml.value(number, "abstractNumId");
    NumberedList list =
        lists.computeIfAbsent(
            own ? "num " + id : abstractId, key -> new NumberedList(levels(number, abstractId)));
    if (restarted.add(id)) {
      for (Element override : Xml.children(number, "lvlOverride")) {
        int start = Xml.number(Xml.value(override, "startOverride"), -1);
        if (start >= 0) {
          list.restart(Xml.number(Xml.attribute(override, "ilvl"), 0), start);
        }
      }
    }
    return list.next(level);
  }

  private List<NumberedList.Level> levels(Element number, String abstractId) {
    NumberedList.Level[] levels = new NumberedList.Level[LEVELS];
    Element base = abstracts.get(abstractId);
    if (base != null) {
      Xml.children(base, "lvl").forEach(level -> put(level, levels));
    }
    for (Element override : Xml.children(number, "lvlOverride")) {
      Xml.child(override, "lvl").ifPresent(level -> put(level, levels));
    }
    List<NumberedList.Level> all = new ArrayList<>();
    for (NumberedList.Level level : levels) {
      all.add(level == null ? new NumberedList.Level(NumberFormat.NONE, "", 1, false) : level);
    }
    return all;
  }

  private static void put(Element level, NumberedList.Level[] levels) {
    int index = Xml.number(Xml.attribute(level, "ilvl"), -1);
    if (index >= 0 && index < LEVELS) {
      Optional<Element> format = Xml.child(level, "numFmt").or(() -> alternative(level));
      levels[index] =
          new NumberedList.Level(
              NumberFormat.of(format.map(f -> Xml.attribute(f, "val")).orElse("decimal")),
              Xml.value(level, "lvlText"),
              Xml.number(Xml.value(level, "start"), 1),
              Xml.toggle(level, "isLgl").orElse(false));
    }
  }

  private static Optional<Element> alternative(Element level) {
    return Xml.descendant(level, "AlternateContent", "Fallback", "numFmt");
  }
}
