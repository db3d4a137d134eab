package annals.source;

import annals.text.Pinyin;

/**
 * Makes ASCII names for Chinese ones. The readings of surnames and place names are not always the
 * local ones, so {@code unit.yaml} may state another slug.
 */
public final class Slugs {
  private Slugs() {}

  /**
   * A slug for a name: lower-case ASCII letters, digits and single hyphens; {@code unit} if nothing
   * is left.
   */
  public static String of(String name) {
    String slug = Pinyin.of(name).replace(' ', '-');
    return slug.isEmpty() ? "unit" : slug;
  }
}
