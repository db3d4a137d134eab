package annals.search;

import annals.output.OutputFile;
import annals.search.IndexFormat.Gram;

/**
 * A file with the posting lists of the grams of one hash value: first a directory of the grams and
 * the lengths of their lists, then the lists, so that a reader finds one without reading the
 * others.
 */
final class Shard {
  private final Gram kind;
  private final int number;
  private final int shardBits;
  private final BitWriter directory = new BitWriter();
  private final BitWriter lists = new BitWriter();
  private int grams;
  private int lastFirst;

  /**
   * @param shardBits the number of shards, as a power of two
   */
  Shard(Gram kind, int number, int shardBits) {
    this.kind = kind;
    this.number = number;
    this.shardBits = shardBits;
  }

  /** Adds a gram's list, as {@link PostingList} codes it. Grams must come in ascending order. */
  void add(int gram, BitWriter list) {
    int first = gram >>> 16;
    directory.writeGolomb(first - lastFirst, IndexFormat.GRAM_ORDER);
    if (kind == Gram.BIGRAM) {
      directory.write(IndexFormat.rest(gram, shardBits), IndexFormat.HASH_BITS - shardBits);
    }
    int steps = list.bits() / IndexFormat.LIST_STEP_BITS;
    directory.writeGolomb(steps - 1, IndexFormat.LENGTH_ORDER);
    lists.append(list);
    lastFirst = first;
    grams++;
  }

  OutputFile finish() {
    BitWriter all = new BitWriter();
    all.writeGolomb(grams, IndexFormat.LENGTH_ORDER);
    all.append(directory);
    all.align();
    all.append(lists);
    return Script.ofBits(kind.shardName(number), all);
  }
}
