package annals.search;

import java.util.Arrays;

/**
 * A growing list of bytes with numbers in variable-byte code: seven bits a byte, lowest first, the
 * top bit set where another byte follows.
 */
final class ByteList {
  private byte[] bytes = new byte[256];
  private int size;

  void addVariable(int value) {
    ensure(5);
    int rest = value;
    while (rest > 0x7f) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  void addInt(int value) {
    ensure(4);
    bytes[size++] = (byte) (value >>> 24);
    bytes[size++] = (byte) (value >>> 16);
    bytes[size++] = (byte) (value >>> 8);
    bytes[size++] = (byte) value;
  }

  void add(ByteList other) {
    ensure(other.size);
    System.arraycopy(other.bytes, 0, bytes, size, other.size);
    size += other.size;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, size);
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
