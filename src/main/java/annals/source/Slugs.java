package annals.source;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/**
 * Makes ASCII names for Chinese ones: pinyin without tones by ICU4J. Its readings of surnames and
 * place names are not always the local ones, so {@code unit.yaml} may state another slug.
 */
public final class Slugs {
  private static final String RULES = "Han-Latin; Latin-ASCII; Any-Lower";

  private Slugs() {}

  /** Loaded when the first name without a slug is met, for it takes a while. */
  private static final class Pinyin {
    private static final Transliterator TRANSLITERATOR = Transliterator.getInstance(RULES);
  }

  /**
   * A slug for a name: lower-case ASCII letters, digits and single hyphens; {@code unit} if nothing
   * is left.
   */
  public static String of(String name) {
    String latin =
        isAscii(name) ? name.toLowerCase(Locale.ROOT) : Pinyin.TRANSLITERATOR.transliterate(name);
    String slug = latin.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "unit" : slug;
  }

  private static boolean isAscii(String name) {
    return name.chars().allMatch(c -> c < 0x80);
  }
}
