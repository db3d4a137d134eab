package annals.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Makes an archive of any size for measuring: ten years a unit, about 5,000 characters a report, in
 * the form of real reports with invented words. The same seed and size give the same bytes.
 *
 * <pre>CorpusGenerator DIR REPORTS [SEED]</pre>
 */
public final class CorpusGenerator {
  static final int YEARS = 10;
  static final int FIRST_YEAR = 2015;
  private static final int CHARACTERS_A_REPORT = 5_000;
  private static final String UNIT_KINDS = "局办馆所院站";

  private final long seed;
  private final Vocabulary vocabulary;

  CorpusGenerator(long seed) {
    this.seed = seed;
    this.vocabulary = Vocabulary.of(new Random(seed));
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2) {
      System.err.println("usage: CorpusGenerator DIR REPORTS [SEED]");
      System.exit(2);
    }
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    new CorpusGenerator(seed).write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
  }

  /** Writes {@code annals.yaml} and {@code content/} into a folder. */
  void write(Path site, int reports) throws IOException {
    Files.createDirectories(site);
    Files.writeString(site.resolve("annals.yaml"), "title: 年度报告档案\n");
    for (int unit = 0; unit * YEARS < reports; unit++) {
      writeUnit(site.resolve("content"), unit, Math.min(YEARS, reports - unit * YEARS));
    }
  }

  static String slug(int unit) {
    return String.format(Locale.ROOT, "unit-%05d", unit);
  }

  /** Writes a unit's first reports; the same ones, whatever their number. */
  void writeUnit(Path content, int number, int years) throws IOException {
    Random random = new Random(seed * 1_000_003 + number);
    String slug = slug(number);
    String name =
        vocabulary.next(random)
            + vocabulary.next(random)
            + UNIT_KINDS.charAt(random.nextInt(UNIT_KINDS.length()));
    Path folder = Files.createDirectories(content.resolve(slug));
    Files.writeString(
        folder.resolve("unit.yaml"),
        "name: " + name + "\nslug: " + slug + "\norder: " + number + "\n");
    UnitChronicle chronicle = new UnitChronicle(name, vocabulary, random, CHARACTERS_A_REPORT);
    for (int year = FIRST_YEAR; year < FIRST_YEAR + years; year++) {
      Files.writeString(folder.resolve(year + ".md"), chronicle.next(year));
    }
  }
}
