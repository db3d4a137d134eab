package annals.compare;

import java.util.Optional;
import java.util.stream.Stream;

/** What a person may find of a plan item. */
public enum RuledState implements Standing {
  DONE("已完成"),
  UNDERWAY("推进中"),
  BEHIND("滞后"),
  ADJUSTED("调整"),
  ENDED("终止");

  private final String written;

  RuledState(String written) {
    this.written = written;
  }

  /** The only word for it in a file of rulings, whatever the language of the site. */
  public String written() {
    return written;
  }

  /** {@code done}, {@code underway}, {@code behind}, {@code adjusted}, {@code ended}. */
  @Override
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public static Optional<RuledState> ofWritten(String word) {
    return Stream.of(values()).filter(state -> state.written.equals(word)).findFirst();
  }
}
