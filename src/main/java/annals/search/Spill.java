package annals.search;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A temporary file with the sorted postings of all units, so that memory holds those of the units
 * in flight only. What is kept here of a unit is where its buckets begin. Thread-safe.
 */
final class Spill implements Closeable {
  private final Path file;
  private final FileChannel channel;
  private final AtomicLong end = new AtomicLong();
  private final AtomicReferenceArray<Piece> pieces;

  private record Piece(long position, int[] starts) {}

  /**
   * @param folder where the file is made, and deleted by {@link #close}
   * @param units how many pieces may come
   */
  Spill(Path folder, int units) throws IOException {
    Files.createDirectories(folder);
    this.file = Files.createTempFile(folder, "postings", ".spill");
    this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    this.pieces = new AtomicReferenceArray<>(units);
  }

  /** Takes the postings of a unit, once. */
  void put(int unit, Buckets buckets) throws IOException {
    byte[] bytes = buckets.bytes();
    long position = end.getAndAdd(bytes.length);
    if (!pieces.compareAndSet(unit, null, new Piece(position, buckets.starts()))) {
      throw new IllegalStateException("unit " + unit + " came twice");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      position += channel.write(buffer, position);
    }
  }

  /**
   * One bucket of every unit, end to end in the order of units.
   *
   * @param ends where each unit's part ends; a unit that never came has an empty one
   */
  record Bucket(byte[] bytes, int[] ends) {}

  Bucket read(int bucket) throws IOException {
    int[] ends = new int[pieces.length()];
    int size = 0;
    for (int unit = 0; unit < ends.length; unit++) {
      Piece piece = pieces.get(unit);
      if (piece != null) {
        size = Math.addExact(size, piece.starts()[bucket + 1] - piece.starts()[bucket]);
      }
      ends[unit] = size;
    }
    ByteBuffer buffer = ByteBuffer.allocate(size);
    for (int unit = 0; unit < ends.length; unit++) {
      Piece piece = pieces.get(unit);
      if (piece != null) {
        buffer.limit(ends[unit]);
        long offset = piece.position() + piece.starts()[bucket] - buffer.position();
        while (buffer.hasRemaining()) {
          if (channel.read(buffer, offset + buffer.position()) < 0) {
            throw new EOFException(file.toString());
          }
        }
      }
    }
    return new Bucket(buffer.array(), ends);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
