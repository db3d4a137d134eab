package annals.publish;

/**
 * What a program printed of files: of each some words, each with a space behind it, its path, NUL.
 */
final class PrintedFiles {
  private final byte[] printed;
  private final int words;

  /**
   * @param words how many stand before a path
   */
  PrintedFiles(byte[] printed, int words) {
    this.printed = printed;
    this.words = words;
  }

  /** Told of each file. */
  interface Visitor {
    /**
     * @param start index of the first byte of what is printed of it
     * @param path index of the first byte of its path
     * @param end index behind the last byte
     */
    void file(byte[] printed, int start, int path, int end);
  }

  void each(Visitor visitor) {
    int start = 0;
    int path = 0;
    int found = 0;
    for (int i = 0; i < printed.length; i++) {
      if (printed[i] == ' ' && found < words) {
        found++;
        path = i + 1;
      } else if (printed[i] == 0) {
        visitor.file(printed, start, path, i);
        start = i + 1;
        found = 0;
      }
    }
  }

  /** Sums over all that was printed. */
  PathGroups sums() {
    PathGroups sums = new PathGroups();
    each((bytes, start, path, end) -> sums.add(PathGroups.of(bytes, path, end), bytes, start, end));
    return sums;
  }
}
