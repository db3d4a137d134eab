package annals.publish;

import java.util.List;
import java.util.Optional;

/**
 * What a publish did.
 *
 * @param release the new release; absent where nothing had changed or the layout is plain
 * @param changes what changed for readers
 * @param filesSent how many files travelled
 * @param bytesSent their size
 * @param notices lines for the user
 */
public record PublishResult(
    Optional<String> release,
    Changes changes,
    int filesSent,
    long bytesSent,
    List<String> notices) {
  public PublishResult {
    notices = List.copyOf(notices);
  }
}
