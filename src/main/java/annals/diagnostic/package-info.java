/**
 * What is wrong, where, and what to do about it.
 *
 * <ul>
 *   <li>{@link annals.diagnostic.Position}: a place in a file
 *   <li>{@link annals.diagnostic.Diagnostic}: one finding
 *   <li>{@link annals.diagnostic.Suppression}: what an author has answered already
 *   <li>{@link annals.diagnostic.Diagnostics}: the findings of one run
 * </ul>
 */
package annals.diagnostic;
