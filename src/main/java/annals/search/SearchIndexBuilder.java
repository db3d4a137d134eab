package annals.search;

import annals.archive.Catalog;
import annals.archive.ReportRecord;
import annals.archive.UnitArchive;
import annals.output.OutputFile;
import annals.page.SitePlan;
import annals.report.ReportId;
import annals.search.IndexFormat.Gram;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Builds the search index in one pass over the units and one merge, as single-pass in-memory
 * indexing does (Heinz and Zobel, 2003): {@link #add} each unit once, from any thread and in any
 * order, then {@link #finish}. The files depend on the catalogue and the units alone, never on
 * order or threads. Memory holds the postings of the units being added and then those of a few
 * buckets of shards; what is kept per report in between is a few dozen bytes.
 *
 * <pre>{@code
 * try (SearchIndexBuilder search = new SearchIndexBuilder(catalog, plan, temporary)) {
 *   units.parallel().forEach(unit -> search.add(unit).forEach(writer::write));
 *   search.finish(writer::write);
 * }
 * }</pre>
 */
public final class SearchIndexBuilder implements Closeable {
  private static final int COMMON_CLASSES = 7;

  private final Catalog catalog;
  private final SitePlan plan;
  private final Spill spill;
  private final int reportCount;

  /** Numbers kept for reports, {@link IndexFormat#numbersKept} for each unit. */
  private final int numberCount;

  private final Map<ReportId, Place> places = new HashMap<>();
  private final Map<String, Integer> units = new HashMap<>();
  private final int[] firstReports;
  private final AtomicReferenceArray<String> roles;
  private final AtomicIntegerArray textSums;

  private record Place(int number, String title) {}

  /**
   * @param temporaryFolder where a file may lie until {@link #close}; made if it is missing
   */
  public SearchIndexBuilder(Catalog catalog, SitePlan plan, Path temporaryFolder)
      throws IOException {
    this.catalog = catalog;
    this.plan = plan;
    this.firstReports = new int[catalog.units().size()];
    int number = 0;
    for (Catalog.Unit unit : catalog.units()) {
      firstReports[units.size()] = number;
      units.put(unit.info().slug(), units.size());
      int next = number;
      for (Catalog.Entry entry : unit.reports()) {
        places.put(entry.id(), new Place(next++, entry.title()));
      }
      number += IndexFormat.numbersKept(unit.reports().size());
    }
    this.reportCount = places.size();
    this.numberCount = number;
    this.roles = new AtomicReferenceArray<>(numberCount);
    this.textSums = new AtomicIntegerArray(numberCount);
    this.spill = new Spill(temporaryFolder, units.size());
  }

  /**
   * Indexes a unit. Thread-safe.
   *
   * @return the files that are final already: the texts of the unit's reports
   * @throws IllegalArgumentException if the unit or one of its reports is not in the catalogue
   * @throws IllegalStateException if the unit was added before
   * @throws UncheckedIOException if the temporary file cannot be written
   */
  public List<OutputFile> add(UnitArchive archive) {
    Integer unit = units.get(archive.unit().slug());
    if (unit == null) {
      throw new IllegalArgumentException("not in the catalogue: " + archive.unit().slug());
    }
    UnitPostings postings = new UnitPostings();
    TextCoder coder = new TextCoder();
    List<OutputFile> texts = new ArrayList<>();
    for (ReportRecord report : archive.reports()) {
      Place place = places.get(report.id());
      if (place == null) {
        throw new IllegalArgumentException("not in the catalogue: " + report.id());
      }
      String url = plan.report(report.id()).path();
      ReportText text = ReportText.of(report, place.title(), url);
      postings.add(place.number(), text);
      OutputFile file = coder.encode(text);
      texts.add(file);
      roles.set(place.number(), text.roles());
      textSums.set(place.number(), sum(file.bytes()));
    }
    Buckets buckets = new Buckets(reportCount);
    postings.writeTo(buckets, firstReports[unit]);
    try {
      spill.put(unit, buckets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(texts);
  }

  /**
   * Merges what was added and gives the rest of the index's files, always in the same order and
   * from the calling thread. Called once, after the last {@link #add} has returned.
   */
  public void finish(Consumer<OutputFile> files) throws IOException {
    ShardMerger merger = new ShardMerger(spill, firstReports, reportCount, numberCount);
    int[] characters = new int[1 << 16];
    List<ShardMerger.Heavy> heavy = new ArrayList<>();
    CRC32 stamp = new CRC32();
    for (int i = 0; i < numberCount; i++) {
      stamp.update(ByteBuffer.allocate(4).putInt(0, textSums.get(i)));
    }
    Consumer<OutputFile> stamped =
        file -> {
          stamp.update(file.bytes());
          files.accept(file);
        };
    try {
      merge(merger, Gram.BIGRAM, (gram, reports) -> {}, stamped, heavy);
      merge(
          merger,
          Gram.CHARACTER,
          (gram, reports) -> characters[gram >>> 16] = reports,
          stamped,
          heavy);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    stamped.accept(
        Directory.roles(
            catalog
                .reports()
                .map(entry -> roles.get(places.get(entry.id()).number()))
                .map(runs -> runs == null ? "" : runs)
                .toList()));
    String hex = String.format(Locale.ROOT, "%08x", stamp.getValue());
    files.accept(Directory.main(catalog, hex, commonCharacters(characters), heavyBigrams(heavy)));
    files.accept(Directory.stamp(hex));
  }

  /** As many buckets at a time as there are processors: bounded memory, fixed order. */
  private static void merge(
      ShardMerger merger,
      Gram kind,
      ShardMerger.FrequencyListener frequencies,
      Consumer<OutputFile> files,
      List<ShardMerger.Heavy> heavy) {
    int step = Runtime.getRuntime().availableProcessors();
    for (int first = 0; first < merger.bucketCount(kind); first += step) {
      IntStream.range(first, Math.min(first + step, merger.bucketCount(kind)))
          .parallel()
          .mapToObj(bucket -> merger.merge(kind, bucket, frequencies))
          .toList()
          .forEach(
              merged -> {
                merged.files().forEach(files);
                heavy.addAll(merged.heavy());
              });
    }
  }

  private List<String> commonCharacters(int[] characters) {
    StringBuilder[] classes = new StringBuilder[COMMON_CLASSES];
    Arrays.setAll(classes, i -> new StringBuilder());
    for (int c = 0; c < characters.length; c++) {
      for (int j = 0; j < COMMON_CLASSES && characters[c] > 0; j++) {
        if (characters[c] > reportCount >> j + 1) {
          classes[j].append((char) c);
          break;
        }
      }
    }
    return Arrays.stream(classes).map(StringBuilder::toString).toList();
  }

  /** By the powers of two that the lengths of their lists exceed. */
  private static List<String> heavyBigrams(List<ShardMerger.Heavy> heavy) {
    List<StringBuilder> classes = new ArrayList<>();
    heavy.stream()
        .sorted(Comparator.comparing(ShardMerger.Heavy::gram, Integer::compareUnsigned))
        .forEach(
            each -> {
              int rank = 31 - Integer.numberOfLeadingZeros(each.units() / IndexFormat.HEAVY_UNITS);
              while (classes.size() <= rank) {
                classes.add(new StringBuilder());
              }
              classes.get(rank).append((char) (each.gram() >>> 16)).append((char) each.gram());
            });
    return classes.stream().map(StringBuilder::toString).toList();
  }

  private static int sum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /** Deletes the temporary file. */
  @Override
  public void close() throws IOException {
    spill.close();
  }
}
