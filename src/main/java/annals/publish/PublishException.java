package annals.publish;

import java.io.IOException;
import java.io.Serial;

/** Publishing stops; the message is one line for the user and says what stands as it was. */
public final class PublishException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  public PublishException(String line) {
    super(line);
  }

  public PublishException(String line, Exception cause) {
    super(line, cause);
  }
}
