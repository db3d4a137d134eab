package annals.embedding;

import annals.compare.MeaningMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A memory with a file for each plan and account: four bytes a number, the greater first, and a
 * CRC-32 of them. Files appear whole, so that several processes may use one folder.
 */
public final class MeaningFolder implements MeaningMemory {
  private static final String PART = ".part";
  private static final Duration LONGEST_WRITING = Duration.ofHours(1);
  private static final int CHECK = Integer.BYTES;

  private final Path folder;
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  private MeaningFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The memory in a folder of a source, beside the vectors.
   *
   * @param folder is made when something is to be kept
   */
  public static MeaningFolder in(Path folder) {
    return new MeaningFolder(folder.resolve("meaning-" + BgeModel.NAME));
  }

  @Override
  public Optional<float[]> recall(String key, int size) {
    used.add(key);
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(folder.resolve(key));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int length = size * Float.BYTES;
    if (bytes.length != length + CHECK || buffer.getInt(length) != checksum(bytes, length)) {
      return Optional.empty();
    }
    float[] sums = new float[size];
    buffer.asFloatBuffer().get(sums);
    return Optional.of(sums);
  }

  @Override
  public void keep(String key, float[] sums) {
    used.add(key);
    int length = sums.length * Float.BYTES;
    ByteBuffer buffer = ByteBuffer.allocate(length + CHECK);
    buffer.asFloatBuffer().put(sums);
    buffer.putInt(length, checksum(buffer.array(), length));
    try {
      Files.createDirectories(folder);
      Path part = folder.resolve(key + "-" + UUID.randomUUID() + PART);
      try {
        Files.write(part, buffer.array());
        Files.move(
            part,
            folder.resolve(key),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  @Override
  public void forgetOthers() {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        String name = file.getFileName().toString();
        if (name.endsWith(PART) ? isAbandoned(file) : !used.contains(name)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | UncheckedIOException itIsTriedAgainByTheNextBuild) {
      return;
    }
  }

  /** Whether a file's writer was killed; others may be writing now. */
  private static boolean isAbandoned(Path part) throws IOException {
    Instant written = Files.getLastModifiedTime(part).toInstant();
    return written.isBefore(Instant.now().minus(LONGEST_WRITING));
  }
}
