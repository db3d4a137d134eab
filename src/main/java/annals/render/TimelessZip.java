package annals.render;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A ZIP file in memory whose bytes depend on its content alone: entries by name, all of 1980-01-01,
 * sizes in front of the data. Compressed data is taken over as it is.
 */
final class TimelessZip {
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int LOCAL_LENGTH = 30;
  private static final int CENTRAL_LENGTH = 46;
  private static final int END_LENGTH = 22;
  private static final short VERSION = 20;

  /** 1980-01-01, the first day that a ZIP file can name. */
  private static final short DAY = 0x21;

  private final Map<String, Entry> entries = new TreeMap<>();

  /**
   * @param method 0 stored, 8 deflated
   * @param size of the data once it is inflated
   */
  private record Entry(short method, int crc, byte[] data, int size) {}

  /** The entries of a ZIP file without comment and without parts over 4 GB. */
  static TimelessZip of(byte[] zip) {
    TimelessZip out = new TimelessZip();
    ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int end = zip.length - END_LENGTH;
    if (end < 0 || in.getInt(end) != END) {
      throw new IllegalArgumentException("no ZIP file without comment");
    }
    int at = in.getInt(end + 16);
    for (int left = in.getShort(end + 10); left > 0; left--) {
      int name = in.getShort(at + 28);
      byte[] data = new byte[in.getInt(at + 20)];
      int local = in.getInt(at + 42);
      in.get(local + LOCAL_LENGTH + in.getShort(local + 26) + in.getShort(local + 28), data);
      out.entries.put(
          new String(zip, at + CENTRAL_LENGTH, name, StandardCharsets.UTF_8),
          new Entry(in.getShort(at + 10), in.getInt(at + 16), data, in.getInt(at + 24)));
      at += CENTRAL_LENGTH + name + in.getShort(at + 30) + in.getShort(at + 32);
    }
    return out;
  }

  /** Puts an entry in, in the place of one of that name. */
  TimelessZip with(String name, String text) {
    byte[] data = text.getBytes(StandardCharsets.UTF_8);
    CRC32 crc = new CRC32();
    crc.update(data);
    entries.put(name, new Entry((short) 0, (int) crc.getValue(), data, data.length));
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    entries.forEach(
        (path, entry) -> {
          byte[] name = path.getBytes(StandardCharsets.UTF_8);
          ByteBuffer central = buffer(CENTRAL_LENGTH).putInt(CENTRAL).putShort(VERSION);
          common(central, entry, name);
          directory.writeBytes(central.position(42).putInt(out.size()).array());
          directory.writeBytes(name);
          out.writeBytes(common(buffer(LOCAL_LENGTH).putInt(LOCAL), entry, name));
          out.writeBytes(name);
          out.writeBytes(entry.data());
        });
    int start = out.size();
    out.writeBytes(directory.toByteArray());
    short count = (short) entries.size();
    out.writeBytes(
        buffer(END_LENGTH)
            .putInt(END)
            .putInt(0)
            .putShort(count)
            .putShort(count)
            .putInt(directory.size())
            .putInt(start)
            .array());
    return out.toByteArray();
  }

  /** What the header before the data and the one in the directory share. */
  private static byte[] common(ByteBuffer header, Entry entry, byte[] name) {
    header.putShort(VERSION).putShort((short) 0).putShort(entry.method());
    header.putShort((short) 0).putShort(DAY).putInt(entry.crc());
    header.putInt(entry.data().length).putInt(entry.size()).putShort((short) name.length);
    return header.array();
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
