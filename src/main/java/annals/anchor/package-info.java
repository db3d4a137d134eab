/**
 * What was published before, so that an id never comes to name another text.
 *
 * <ul>
 *   <li>{@link annals.anchor.PublishedPage}: a report's page with all ids it ever had
 *   <li>{@link annals.anchor.PublishedAnchor}: one of them, with a hash of what it names
 *   <li>{@link annals.anchor.AnchorsFile}: the pages of a unit as {@code anchors.lock}
 * </ul>
 */
package annals.anchor;
