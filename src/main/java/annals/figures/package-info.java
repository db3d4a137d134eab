/**
 * The numbers that reports count their work in.
 *
 * <ul>
 *   <li>{@link annals.figures.Indicator}: a number with its measure word and what it counts
 *   <li>{@link annals.figures.Indicators}: finds them in a sentence
 *   <li>{@link annals.figures.Mentions}: what each number of a sentence is about, and whether it is
 *       a value or a change ({@link annals.figures.Sense})
 *   <li>{@link annals.figures.Observations}: what a report says in numbers, by year, planned or
 *       reached
 *   <li>{@link annals.figures.SeriesFinder}: puts what counts the same thing ({@link
 *       annals.figures.Naming}, {@link annals.figures.Scale}) into {@link annals.figures.Series}
 *   <li>{@link annals.figures.Measures}: the measure words, and the words that only look like them
 *   <li>{@link annals.figures.Quantity}: reads a number as written: digits, numerals, 万 and 亿,
 *       masks
 * </ul>
 */
package annals.figures;
