package annals.gate;

import annals.text.Span;

/**
 * Something in a text that must not be published.
 *
 * @param code the name of its kind, such as {@code identity-number}
 * @param span where it stands in the text
 * @param essence what it says without spaces and markup: two hits with the same essence are the
 *     same matter
 */
record Hit(String code, Span span, String essence) {
  private static final int SHOWN = 6;

  /** As it may be shown in a message: a number with its middle masked, else the words. */
  String shown() {
    return switch (code) {
      case "identity-number", "bank-card", "mobile-number" ->
          essence.substring(0, 3)
              + "*".repeat(essence.length() - 5)
              + essence.substring(essence.length() - 2);
      case "home-address", "private-names" ->
          essence.length() <= SHOWN ? essence : essence.substring(0, SHOWN) + "…";
      default -> essence;
    };
  }
}
