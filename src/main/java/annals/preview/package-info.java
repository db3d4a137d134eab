/**
 * The site at the desk: built into a folder of its own, served on this machine, built and shown
 * again after every change.
 *
 * <ul>
 *   <li>{@link annals.preview.Preview}: all of it together
 *   <li>{@code SourceWatch}: notices changes of content, theme and configuration
 *   <li>{@code PreviewServer}: files, ranges, the 404 page, and events that reload pages
 * </ul>
 */
package annals.preview;
