package annals.search;

import annals.output.OutputFile;
import annals.search.IndexFormat.Gram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Puts the units' postings of one bucket together into its shards, in catalogue order. */
final class ShardMerger {
  private final Spill spill;
  private final int[] firstReports;
  private final int reports;
  private final int reportBits;

  /**
   * @param firstReports by unit the number of its first report
   * @param reports how many reports there are
   * @param numbers how many numbers are kept for them
   */
  ShardMerger(Spill spill, int[] firstReports, int reports, int numbers) {
    this.spill = spill;
    this.firstReports = firstReports;
    this.reports = reports;
    this.reportBits = IndexFormat.reportBits(numbers);
  }

  int bucketCount(Gram kind) {
    return 1 << kind.bucketBits(reports);
  }

  /** Told, for every gram, in how many reports it stands. */
  interface FrequencyListener {
    void accept(int gram, int reports);
  }

  /**
   * A bigram whose list is a file of its own.
   *
   * @param units of the list
   */
  record Heavy(int gram, int units) {}

  /**
   * What a bucket became.
   *
   * @param files its shards, and the lists that are too long for them
   */
  record Merged(List<OutputFile> files, List<Heavy> heavy) {}

  /**
   * Makes the files of a bucket. Thread-safe.
   *
   * @throws UncheckedIOException if the spilled postings cannot be read
   */
  Merged merge(Gram kind, int bucket, FrequencyListener frequencies) {
    int shardBits = kind.shardBits(reports);
    int perBucket = 1 << shardBits - kind.bucketBits(reports);
    int firstShard = bucket * perBucket;
    List<Shard> shards = new ArrayList<>();
    for (int i = 0; i < perBucket; i++) {
      shards.add(new Shard(kind, firstShard + i, shardBits));
    }
    List<OutputFile> files = new ArrayList<>();
    List<Heavy> heavy = new ArrayList<>();
    PostingList coder = new PostingList(kind, reportBits);
    int place = kind == Gram.BIGRAM ? bucket : bucketCount(Gram.BIGRAM) + bucket;
    PieceReader pieces = new PieceReader(read(place), kind, firstReports);
    while (pieces.next()) {
      int gram = pieces.gram();
      BitWriter list =
          coder.encode(pieces.reports(), pieces.spreads(), pieces.sections(), pieces.hints());
      if (kind == Gram.BIGRAM && list.length() > IndexFormat.HEAVY_UNITS) {
        files.add(Script.ofBits(IndexFormat.heavyName(gram), list));
        heavy.add(new Heavy(gram, list.length()));
      } else {
        shards.get(IndexFormat.slot(gram, shardBits) - firstShard).add(gram, list);
      }
      frequencies.accept(gram, pieces.reports().size());
    }
    shards.forEach(shard -> files.add(shard.finish()));
    return new Merged(files, heavy);
  }

  private Spill.Bucket read(int place) {
    try {
      return spill.read(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
