package annals.publish;

import java.io.IOException;

/** A server that cannot be reached now, by name and reason; it may be later. */
final class NoConnectionException extends IOException {
  private static final long serialVersionUID = 1L;

  NoConnectionException(String message, Throwable cause) {
    super(message, cause);
  }
}
