package annals.outline;

/**
 * A section number at the beginning of a line or heading.
 *
 * @param text the number as written, its mark included: {@code 一、}, {@code （一）}, {@code 1.}, {@code
 *     （1）}
 * @param rank its rank by GB/T 9704-2012: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）
 * @param value what it counts to
 * @param end 0-based index just behind the number and the spaces that follow it
 * @param standard whether it is written as the standard has it; {@code 1、}, {@code （一）、} and {@code
 *     (一)} are not
 */
public record NumberMark(String text, int rank, int value, int end, boolean standard) {}
