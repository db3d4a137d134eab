package annals.reader;

import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * The type in which characters are set; what is not stated is empty and comes from elsewhere.
 *
 * @param size in half points
 */
record WordType(
    Optional<String> font, Optional<Boolean> bold, Optional<Integer> size, boolean hidden) {
  static final WordType UNKNOWN =
      new WordType(Optional.empty(), Optional.empty(), Optional.empty(), false);

  /** What {@code w:rPr} states. */
  static WordType of(Element properties) {
    Optional<String> font =
        Xml.child(properties, "rFonts")
            .map(
                fonts -> {
                  String east = Xml.attribute(fonts, "eastAsia");
                  return east.isEmpty() ? fonts.attr("w:ascii") : east;
                })
            .filter(name -> !name.isEmpty());
    int size = Xml.number(Xml.value(properties, "sz"), 0);
    return new WordType(
        font,
        Xml.toggle(properties, "b"),
        size > 0 ? Optional.of(size) : Optional.empty(),
        Xml.toggle(properties, "vanish").orElse(false));
  }

  WordType over(WordType base) {
    return new WordType(
        font.or(base::font), bold.or(base::bold), size.or(base::size), hidden || base.hidden);
  }

  /** The level of headings that GB/T 9704 sets in this type; 0 for that of running text. */
  int level() {
    return TypeLevels.level(font.orElse(""), bold.orElse(false));
  }

  /** Whether GB/T 9704 sets titles in it. */
  boolean isTitle() {
    return TypeLevels.isTitle(font.orElse("")) || size.orElse(0) >= 40;
  }
}
