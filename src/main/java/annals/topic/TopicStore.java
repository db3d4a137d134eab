package annals.topic;

import annals.outline.Role;
import annals.report.ReportId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The passages on topics of all reports, in a temporary file, so that memory holds of each no more
 * than where it lies. Thread-safe.
 */
public final class TopicStore implements TopicPassages, Closeable {
  private final Path file;
  private final FileChannel channel;
  private final AtomicLong end = new AtomicLong();
  private final Map<Key, Piece> pieces = new ConcurrentHashMap<>();

  private record Key(ReportId report, String topic) {}

  private record Piece(long position, int length) {}

  /**
   * @param folder where the file is made, and deleted by {@link #close}
   */
  public TopicStore(Path folder) throws IOException {
    this.file = Files.createTempFile(folder, "topics", ".spill");
    this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Takes what a report writes about a topic of its year, once. */
  public void put(ReportId report, Topic topic, List<TopicPassage> passages) {
    if (passages.isEmpty()) {
      return;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(bytes(passages));
      long position = end.getAndAdd(bytes.limit());
      pieces.put(new Key(report, topic.slug()), new Piece(position, bytes.limit()));
      while (bytes.hasRemaining()) {
        position += channel.write(bytes, position);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean has(ReportId report, Topic topic) {
    return pieces.containsKey(new Key(report, topic.slug()));
  }

  @Override
  public List<TopicPassage> get(ReportId report, Topic topic) {
    Piece piece = pieces.get(new Key(report, topic.slug()));
    if (piece == null) {
      return List.of();
    }
    try {
      ByteBuffer bytes = ByteBuffer.allocate(piece.length());
      while (bytes.hasRemaining()
          && channel.read(bytes, piece.position() + bytes.position()) >= 0) {}
      return passages(report, bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(List<TopicPassage> passages) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(passages.size());
    for (TopicPassage passage : passages) {
      out.writeUTF(passage.role().word());
      out.writeUTF(passage.target());
      out.writeUTF(passage.anchor());
      out.writeUTF(passage.label());
      out.writeUTF(passage.quote());
      out.writeBoolean(passage.cut());
      out.writeBoolean(passage.headed());
    }
    return bytes.toByteArray();
  }

  private static List<TopicPassage> passages(ReportId report, byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int count = in.readInt();
    List<TopicPassage> passages = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      passages.add(
          new TopicPassage(
              report,
              Role.of(in.readUTF()).orElseThrow(),
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              in.readBoolean(),
              in.readBoolean()));
    }
    return passages;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
