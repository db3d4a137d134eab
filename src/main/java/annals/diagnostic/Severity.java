package annals.diagnostic;

/** How much a {@link Diagnostic} weighs; declared from the heaviest to the lightest. */
public enum Severity {
  /** The content cannot be published as it is; a build stops before the site changes. */
  ERROR,
  /** Something a person should look at; nothing stops. */
  WARNING,
  /** Worth knowing; shown only when asked for. */
  NOTICE;

  /** The word used in messages: {@code error}, {@code warning}, {@code notice}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
