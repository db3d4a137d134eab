package annals.search;

import annals.search.IndexFormat.Gram;
import java.util.Arrays;

/**
 * A unit's postings by bucket: the neighbouring shards that are later made together. Bigrams come
 * first, then single characters.
 */
final class Buckets {
  private final int bigramBits;
  private final int characterBits;
  private final ByteList[] buckets;

  Buckets(int reports) {
    this.bigramBits = Gram.BIGRAM.bucketBits(reports);
    this.characterBits = Gram.CHARACTER.bucketBits(reports);
    this.buckets = new ByteList[(1 << bigramBits) + (1 << characterBits)];
    Arrays.setAll(buckets, i -> new ByteList());
  }

  /** Adds what is written of a gram, with the gram and the length in front. */
  void add(int gram, ByteList record) {
    ByteList bucket =
        switch (IndexFormat.kind(gram)) {
          case BIGRAM -> buckets[IndexFormat.slot(gram, bigramBits)];
          case CHARACTER -> buckets[(1 << bigramBits) + IndexFormat.slot(gram, characterBits)];
        };
    bucket.addInt(gram);
    bucket.addVariable(record.size());
    bucket.add(record);
  }

  /**
   * Where each bucket starts when they are laid end to end, and at last where the last one ends.
   */
  int[] starts() {
    int[] starts = new int[buckets.length + 1];
    for (int i = 0; i < buckets.length; i++) {
      starts[i + 1] = starts[i] + buckets[i].size();
    }
    return starts;
  }

  byte[] bytes() {
    int[] starts = starts();
    byte[] bytes = new byte[starts[buckets.length]];
    for (int i = 0; i < buckets.length; i++) {
      buckets[i].copyTo(bytes, starts[i]);
    }
    return bytes;
  }
}
