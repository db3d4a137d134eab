/**
 * The structure of a report: sections, roles, years, points, sentences, and every anchor.
 *
 * <ul>
 *   <li>{@link annals.outline.Numbering}: the grammar of section numbers
 *   <li>{@link annals.outline.Outliner}: from a report to its {@link annals.outline.Outline}; the
 *       only maker of anchors
 *   <li>{@link annals.outline.Section}, {@link annals.outline.Passage}, {@link
 *       annals.outline.Sentence}, {@link annals.outline.Point}: what can be cited
 *   <li>{@code KeptAnchors}, {@code TextMatch}, {@code RetiredAnchors}: a report that was published
 *       keeps its ids; {@link annals.outline.PageAnchors}: what is remembered of them
 *   <li>{@link annals.outline.Role}, {@link annals.outline.TargetYear}: what a section is and which
 *       year it is about
 * </ul>
 */
package annals.outline;
