/**
 * The file in which an office keeps what it decided on its plan items, {@code
 * content/<unit>/follow-up.csv}; only this package knows its form.
 *
 * <ul>
 *   <li>{@link annals.ruling.LedgerColumn}: its columns, those for people and those the program
 *       fills
 *   <li>{@link annals.ruling.RulingsFile}: from the file to {@link annals.compare.Ruling}s; every
 *       mistake is a diagnostic at its cell ({@code CellPlaces})
 * </ul>
 */
package annals.ruling;
