package annals.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The file a report was imported from.
 *
 * @param file its name, without folders
 * @param sha256 the SHA-256 of its bytes, 64 lower-case hexadecimal digits
 * @param attached whether it is offered on the report's page
 */
public record Source(String file, String sha256, boolean attached) {
  /** A file that is named only. */
  public Source(String file, String sha256) {
    this(file, sha256, false);
  }

  /** The hash of a file's bytes in the form of {@link #sha256()}. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
