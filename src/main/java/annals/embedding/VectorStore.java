package annals.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;

/**
 * Vectors by the hash of their text. The file is a row of records of one size: 16 bytes of the
 * text's SHA-256, the vector, and a CRC-32 of both. Records are only ever appended, under a lock of
 * the operating system, so that several processes may use one file; what a killed process or a full
 * disk left half written is passed over by its checksum and written over by the next. In memory is
 * held where each record stands, not the vectors. Safe for several threads.
 */
final class VectorStore implements AutoCloseable {
  private static final int KEY = 16;
  private static final int CHECK = 4;
  private static final int RECORDS_AT_ONCE = 1024;
  private static final long RETRY_NANOS = 1_000_000;

  private final Path file;
  private final int dimensions;
  private final int size;
  private final Map<Key, Long> places = new HashMap<>();
  private final List<byte[]> inMemory = new ArrayList<>();
  private FileChannel channel;
  private boolean scanned;

  private VectorStore(Path file, int dimensions) {
    this.file = file;
    this.dimensions = dimensions;
    this.size = KEY + dimensions + CHECK;
  }

  private record Key(long first, long second) {
    static Key of(String text) {
      try {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        return read(ByteBuffer.wrap(sha.digest(text.getBytes(StandardCharsets.UTF_8))));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    static Key read(ByteBuffer from) {
      return new Key(from.getLong(), from.getLong());
    }
  }

  /**
   * The store in a file, which need not exist; it is made when something is added, and read when
   * the first text is asked for.
   */
  static VectorStore in(Path file, int dimensions) {
    return new VectorStore(file, dimensions);
  }

  /** A store without a file. */
  static VectorStore inMemory(int dimensions) {
    return new VectorStore(null, dimensions);
  }

  /** The vector of a text, or null. */
  synchronized byte[] find(String text) throws IOException {
    scan();
    Long place = places.get(Key.of(text));
    if (place == null) {
      return null;
    }
    if (file == null) {
      return inMemory.get(place.intValue());
    }
    ByteBuffer vector = ByteBuffer.allocate(dimensions);
    readFully(vector, place * size + KEY);
    return vector.array();
  }

  /** Adds vectors of texts; those of texts that are there already change nothing. */
  synchronized void add(List<String> texts, List<byte[]> vectors) throws IOException {
    if (file == null) {
      for (int i = 0; i < texts.size(); i++) {
        if (places.putIfAbsent(Key.of(texts.get(i)), (long) inMemory.size()) == null) {
          inMemory.add(vectors.get(i));
        }
      }
      return;
    }
    if (channel == null) {
      Files.createDirectories(file.getParent());
      channel =
          FileChannel.open(
              file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    }
    ByteBuffer records = ByteBuffer.allocate(size * texts.size());
    for (int i = 0; i < texts.size(); i++) {
      put(records, Key.of(texts.get(i)), vectors.get(i));
    }
    records.flip();
    FileLock lock = lock();
    try {
      long first = channel.size() / size;
      long position = first * size;
      while (records.hasRemaining()) {
        position += channel.write(records, position);
      }
      for (int i = 0; i < texts.size(); i++) {
        places.putIfAbsent(Key.of(texts.get(i)), first + i);
      }
    } finally {
      lock.release();
    }
  }

  /** Another process is waited for by the system; another store of this process is not. */
  private FileLock lock() throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException e) {
        LockSupport.parkNanos(RETRY_NANOS);
      }
    }
  }

  private void put(ByteBuffer records, Key key, byte[] vector) {
    int start = records.position();
    records.putLong(key.first()).putLong(key.second()).put(vector);
    records.putInt(checksum(records.array(), start));
  }

  private int checksum(byte[] record, int start) {
    CRC32 crc = new CRC32();
    crc.update(record, start, KEY + dimensions);
    return (int) crc.getValue();
  }

  private void scan() throws IOException {
    if (scanned || file == null) {
      return;
    }
    scanned = true;
    if (channel == null && Files.exists(file)) {
      channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
    long records = channel == null ? 0 : channel.size() / size;
    ByteBuffer buffer = ByteBuffer.allocate(size * RECORDS_AT_ONCE);
    for (long first = 0; first < records; first += RECORDS_AT_ONCE) {
      int count = (int) Math.min(RECORDS_AT_ONCE, records - first);
      buffer.clear().limit(count * size);
      readFully(buffer, first * size);
      for (int i = 0; i < count; i++) {
        int start = i * size;
        if (buffer.getInt(start + KEY + dimensions) == checksum(buffer.array(), start)) {
          places.putIfAbsent(Key.read(buffer.position(start)), first + i);
        }
      }
    }
  }

  private void readFully(ByteBuffer buffer, long from) throws IOException {
    long position = from;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, position);
      if (read < 0) {
        throw new IOException(file + " ends within a record");
      }
      position += read;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
