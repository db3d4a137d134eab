/**
 * What an editor should know of a report before it is published.
 *
 * <ul>
 *   <li>{@link annals.lint.Codes}: the catalogue of all kinds of finding, those of other packages
 *       too
 *   <li>{@link annals.lint.Lints}: what is looked for in reports
 *   <li>{@link annals.lint.Severities}: how much each finding weighs on a site
 * </ul>
 */
package annals.lint;
