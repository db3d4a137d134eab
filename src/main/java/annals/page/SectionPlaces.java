package annals.page;

import annals.outline.Section;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where each section of a report stands, in words: 第三部分（二）. */
final class SectionPlaces {
  private static final Pattern NUMBER_END = Pattern.compile("[、.．\\s]+$");

  private final Site site;
  private final Map<String, String> places = new HashMap<>();

  /**
   * @param sections those of the report, in any order
   */
  SectionPlaces(Site site, Stream<Optional<Section>> sections) {
    this.site = site;
    sections
        .flatMap(Optional::stream)
        .filter(section -> section.level() == 1)
        .forEach(section -> place(section, ""));
  }

  private void place(Section section, String above) {
    String number = NUMBER_END.matcher(section.number()).replaceAll("");
    String here =
        section.level() == 1
            ? number.isEmpty() ? "" : site.text("compare.part", number)
            : above + number;
    places.put(section.anchor(), here);
    section.children().forEach(child -> place(child, here));
  }

  /** Empty for a section without number. */
  String of(Section section) {
    return places.getOrDefault(section.anchor(), "");
  }
}
