package annals.search;

import java.util.Arrays;

/** A growing list of plain integers. */
final class IntList {
  private int[] values;
  private int size;

  IntList(int capacity) {
    this.values = new int[capacity];
  }

  IntList() {
    this(1 << 10);
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int get(int index) {
    return values[index];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** The array behind the list; only the first {@link #size} elements count. */
  int[] array() {
    return values;
  }
}
