package annals.reader;

import java.io.IOException;

/** A file that cannot be read, and what to do about it. The message is one line. */
public final class UnreadableException extends IOException {
  private final String code;
  private final String hint;

  /**
   * @param code of the diagnostic, kebab-case
   * @param what what is wrong
   * @param hint what to do
   */
  public UnreadableException(String code, String what, String hint) {
    super(what);
    this.code = code;
    this.hint = hint;
  }

  public String code() {
    return code;
  }

  public String hint() {
    return hint;
  }
}
