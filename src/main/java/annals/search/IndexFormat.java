package annals.search;

import annals.report.ReportId;
import java.util.Locale;

/** Names and numbers that the index and {@code search.js} must agree on. */
final class IndexFormat {
  /** Raised whenever an older script could misread the files. */
  static final int VERSION = 2;

  private static final String FOLDER = "search/index/";

  static final int HASH_BITS = 16;
  private static final int MAX_SHARD_BITS = 14;
  private static final int MAX_BUCKET_BITS = 7;

  static final int REPORT_ORDER_BITS = 4;
  static final int MAX_REPORT_ORDER = 15;
  static final int SECTION_ORDER_BITS = 3;
  static final int MAX_SECTION_ORDER = 7;

  /** Of the sections in a list of one report, which says no orders. */
  static final int LONE_SECTION_ORDER = 3;

  /** A list of so many reports or more also says what follows the bigram, see {@link #hint}. */
  static final int HINTED_REPORTS = 64;

  static final int HINT_BITS = 3;

  /** A longer list of a bigram, in units, is a file of its own. */
  static final int HEAVY_UNITS = 4096;

  /** Numbers of reports are left free behind each unit's, so that it ends at a multiple of this. */
  private static final int NUMBERS_STEP = 8;

  /** Of the first characters of grams in a shard's directory. */
  static final int GRAM_ORDER = 6;

  /** Of the number of grams in a shard and of the lengths of their lists in steps. */
  static final int LENGTH_ORDER = 3;

  /** A list fills so many bits or a multiple. */
  static final int LIST_STEP_BITS = 4;

  /** Of the number of a text's symbols. */
  static final int TEXT_LENGTH_ORDER = 12;

  /** Of the number of rules that shorten a text. */
  static final int RULE_COUNT_ORDER = 6;

  /** Of the numbers of characters whose codes have the same length. */
  static final int ALPHABET_COUNT_ORDER = 4;

  /** For each length of code, of the order in which its characters' distances are written. */
  static final int ALPHABET_ORDER_BITS = 4;

  private IndexFormat() {}

  /** What is looked up: pairs of neighbouring characters, and characters by themselves. */
  enum Gram {
    /**
     * Shards of about four kilobytes: a new report of 5,000 characters has 2,500 bigrams, and with
     * larger shards it would change nearly all of them.
     */
    BIGRAM("b", 1.5),

    /** Shards of a dozen kilobytes; any report has most characters of most of them. */
    CHARACTER("c", 0.047);

    private final String folder;
    private final double shardsPerReport;

    Gram(String folder, double shardsPerReport) {
      this.folder = folder;
      this.shardsPerReport = shardsPerReport;
    }

    String shardName(int shard) {
      return folder + "/" + Integer.toHexString(shard);
    }

    /**
     * The number of shards, as a power of two. It follows from the number of reports alone, so that
     * it is known before anything is parsed and editing a report never moves grams between shards.
     */
    int shardBits(int reports) {
      int wanted = (int) (reports * shardsPerReport);
      return Math.min(MAX_SHARD_BITS, 32 - Integer.numberOfLeadingZeros(wanted));
    }

    /** The shards are made in batches of neighbours; this many batches, as a power of two. */
    int bucketBits(int reports) {
      return Math.min(MAX_BUCKET_BITS, shardBits(reports));
    }
  }

  /**
   * A gram as an integer: the first code unit in the upper half, the second in the lower; a single
   * character has 0 there, which no text holds.
   */
  static int gram(char first, char second) {
    return first << 16 | second;
  }

  static Gram kind(int gram) {
    return (gram & 0xffff) == 0 ? Gram.CHARACTER : Gram.BIGRAM;
  }

  /**
   * Sixteen bits that spread grams evenly. With the first character they tell the second again, so
   * that a shard, which stands for the leading ones, need say no more of it than the others.
   */
  private static int hash(int gram) {
    return ((gram >>> 16) * 0x9e3779b1 >>> 16) + (gram & 0xffff) * 0x9e37 & 0xffff;
  }

  /** The leading {@code bits} bits of a gram's hash. */
  static int slot(int gram, int bits) {
    return hash(gram) >>> HASH_BITS - bits;
  }

  /** The other bits of a gram's hash. */
  static int rest(int gram, int bits) {
    return hash(gram) & (1 << HASH_BITS - bits) - 1;
  }

  /**
   * Three bits that stand for a character behind a bigram, so that a longer query passes over most
   * sections in which its bigrams stand apart.
   */
  static int hint(char next) {
    return next * 0x9e3779b1 >>> 32 - HINT_BITS;
  }

  /**
   * How many numbers are kept for a unit's reports: at least one more than there are, so that the
   * report of a new year leaves the numbers of all others, and most shards, as they are.
   */
  static int numbersKept(int reports) {
    return (reports / NUMBERS_STEP + 1) * NUMBERS_STEP;
  }

  /**
   * How many bits a report's number takes.
   *
   * @param numbers how many are kept for all units
   */
  static int reportBits(int numbers) {
    return 32 - Integer.numberOfLeadingZeros(Math.max(0, numbers - 1));
  }

  /** The file of a bigram whose list is long. */
  static String heavyName(int gram) {
    return String.format(Locale.ROOT, "h/%08x", gram);
  }

  static String textName(ReportId id) {
    return "t/" + id.unit() + "/" + id.year() + "-" + id.kind();
  }

  static String path(String name) {
    return FOLDER + name + ".js";
  }
}
