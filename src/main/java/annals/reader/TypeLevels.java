package annals.reader;

import java.util.Locale;

/** The types in which GB/T 9704-2012 sets titles and headings. */
final class TypeLevels {
  private TypeLevels() {}

  /** 1 for 黑体, 2 for 楷体, 3 for other bold type, 0 else. */
  static int level(String font, boolean bold) {
    String name = font.toLowerCase(Locale.ROOT);
    if (name.contains("黑体") || name.contains("simhei") || name.contains("heiti")) {
      return 1;
    }
    if (name.contains("楷") || name.contains("kaiti") || name.contains("simkai")) {
      return 2;
    }
    return bold ? 3 : 0;
  }

  static boolean isTitle(String font) {
    return font.contains("标宋")
        || font.toLowerCase(Locale.ROOT).contains("xiaobiaosong")
        || font.toLowerCase(Locale.ROOT).contains("xbs");
  }
}
