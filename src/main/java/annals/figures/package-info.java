/**
 * The numbers that reports count their work in.
 *
 * <ul>
 *   <li>{@link annals.figures.Indicator}: a number with its measure word and what it counts
 *   <li>{@link annals.figures.Indicators}: finds them in a sentence
 *   <li>{@link annals.figures.Measures}: the measure words, and the words that only look like them
 *   <li>{@link annals.figures.Quantity}: reads a number as written: digits, numerals, 万 and 亿,
 *       masks
 * </ul>
 */
package annals.figures;
