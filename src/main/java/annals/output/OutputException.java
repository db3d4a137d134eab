package annals.output;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;

/**
 * The output folder cannot be used or written: the one exception that {@link SiteWriter} throws for
 * what lies outside the program. Its message is a line for the user: the path and the reason.
 */
public final class OutputException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  OutputException(String path, String reason) {
    super(path + ": " + reason);
  }

  OutputException(String path, Exception cause) {
    super(path + ": " + reason(cause), cause);
  }

  private static String reason(Exception cause) {
    return switch (cause) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException missing -> "no such file or folder";
      case FileAlreadyExistsException exists -> "something else stands there";
      case ReadOnlyFileSystemException readOnly -> "the file system is read-only";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      case IOException other when other.getMessage() != null -> other.getMessage();
      default -> cause.toString();
    };
  }
}
