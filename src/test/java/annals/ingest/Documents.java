package annals.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads documents that are known to be readable. */
final class Documents {
  private Documents() {}

  static ReadReport read(ReportReader reader, String name, byte[] bytes) {
    try {
      return reader.read(name, bytes, name, SourceHints.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
