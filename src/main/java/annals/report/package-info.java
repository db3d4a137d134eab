/**
 * The documents as they are written, before anything is inferred from them.
 *
 * <ul>
 *   <li>{@link annals.report.UnitInfo}: a body that writes reports, from its {@code unit.yaml}
 *   <li>{@link annals.report.ReportId}: unit, year and kind
 *   <li>{@link annals.report.Report}: header and blocks of one document
 *   <li>{@link annals.report.Block}, {@link annals.report.Prose}, {@link annals.report.Mark}: its
 *       body
 * </ul>
 */
package annals.report;
