package annals.gate;

/** Invented personal numbers with right check digits. */
final class Planted {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private Planted() {}

  /** An identity number of 18 characters from its first 17 digits. */
  static String identity(String first17) {
    return first17 + "10X98765432".charAt(sum(first17) % 11);
  }

  /** The same with a check digit that is wrong. */
  static String notIdentity(String first17) {
    return first17 + "10X98765432".charAt((sum(first17) + 1) % 11);
  }

  private static int sum(String first17) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (first17.charAt(i) - '0') * WEIGHTS[i];
    }
    return sum;
  }

  /** A card number from all its digits but the last. */
  static String card(String digits) {
    return digits + (10 - luhn(digits)) % 10;
  }

  /** The same with a check digit that is wrong. */
  static String notCard(String digits) {
    return digits + (11 - luhn(digits)) % 10;
  }

  private static int luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit * 2 : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10;
  }

  static String wide(String digits) {
    return digits
        .chars()
        .map(c -> c >= '0' && c <= '9' ? c - '0' + '０' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Digits in groups of four. */
  static String grouped(String digits) {
    return digits.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
