package annals.embedding;

/** The language model cannot be used here: its jars are missing, or the platform has no library. */
public final class ModelUnavailableException extends RuntimeException {
  public ModelUnavailableException(Throwable cause) {
    super(reason(cause), cause);
  }

  private static String reason(Throwable cause) {
    if (cause instanceof NoClassDefFoundError) {
      return "its jars are not in the folder semantic beside the program";
    }
    Throwable deepest = cause;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
    return "it cannot be loaded on this platform (" + message + ")";
  }
}
