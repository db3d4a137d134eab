/**
 * Reading everything once more before it is published.
 *
 * <ul>
 *   <li>{@link annals.check.ContentCheck}: a report's missing parts and placeholders
 * </ul>
 */
package annals.check;
