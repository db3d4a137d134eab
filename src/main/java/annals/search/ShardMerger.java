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

  /**
   * @param firstReports by unit the number of its first report
   * @param reports the number of all reports
   */
  ShardMerger(Spill spill, int[] firstReports, int reports) {
    this.spill = spill;
    this.firstReports = firstReports;
    this.reports = reports;
  }

  int bucketCount(Gram kind) {
    return 1 << kind.bucketBits(reports);
  }

  /** Told, for every gram, in how many reports it stands. */
  interface FrequencyListener {
    void accept(int gram, int reports);
  }

  /**
   * The shards of a bucket. Thread-safe.
   *
   * @throws UncheckedIOException if the spilled postings cannot be read
   */
  List<OutputFile> merge(Gram kind, int bucket, FrequencyListener frequencies) {
    int shardBits = kind.shardBits(reports);
    int perBucket = 1 << shardBits - kind.bucketBits(reports);
    int firstShard = bucket * perBucket;
    List<Shard> shards = new ArrayList<>();
    for (int i = 0; i < perBucket; i++) {
      shards.add(new Shard(kind, firstShard + i, reports));
    }
    int place = kind == Gram.BIGRAM ? bucket : bucketCount(Gram.BIGRAM) + bucket;
    PieceReader pieces = new PieceReader(read(place), kind, firstReports);
    while (pieces.next()) {
      int gram = pieces.gram();
      shards
          .get(IndexFormat.slot(gram, shardBits) - firstShard)
          .add(gram, pieces.reports(), pieces.spreads(), pieces.sections());
      frequencies.accept(gram, pieces.reports().size());
    }
    return shards.stream().map(Shard::finish).toList();
  }

  private Spill.Bucket read(int place) {
    try {
      return spill.read(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
