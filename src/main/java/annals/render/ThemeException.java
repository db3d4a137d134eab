package annals.render;

import annals.diagnostic.Diagnostic;

/** A theme that cannot be used: a file is missing or has a mistake. */
public final class ThemeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  ThemeException(Diagnostic diagnostic, Throwable cause) {
    super(diagnostic.toString(), cause);
    this.diagnostic = diagnostic;
  }

  /** Where the mistake is; null only in a deserialised exception. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
