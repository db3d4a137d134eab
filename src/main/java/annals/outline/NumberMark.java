package annals.outline;

/**
 * A section number at the beginning of a line or heading.
 *
 * @param text the number as written, its mark included: {@code 一、}, {@code （一）}, {@code 1.}, {@code
 *     （1）}, {@code 第一章}, {@code 1.1}
 * @param value what it counts to; of {@code 1.2} the last part
 * @param end 0-based index just behind the number and the spaces that follow it
 * @param standard whether it is written as GB/T 9704-2012 has it; {@code 1、}, {@code （一）、} and
 *     {@code (一)} are not. Forms that it does not have are not held against it
 */
public record NumberMark(String text, NumberForm form, int value, int end, boolean standard) {
  /** Smaller for outer forms. */
  public int rank() {
    return form.rank();
  }
}
