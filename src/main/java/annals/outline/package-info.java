/**
 * The structure of a report: sections, roles, years, points, sentences, and every anchor.
 *
 * <ul>
 *   <li>{@link annals.outline.Numbering}: the grammar of section numbers
 *   <li>{@link annals.outline.Outliner}: from a report to its {@link annals.outline.Outline}; the
 *       only maker of anchors
 *   <li>{@link annals.outline.Section}, {@link annals.outline.Passage}, {@link
 *       annals.outline.Sentence}, {@link annals.outline.Point}: what can be cited
 *   <li>{@link annals.outline.Role}, {@link annals.outline.TargetYear}: what a section is and which
 *       year it is about
 * </ul>
 */
package annals.outline;
