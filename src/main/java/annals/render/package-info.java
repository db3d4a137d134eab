/**
 * From finished pages to files; the only user of the template engine.
 *
 * <ul>
 *   <li>{@link annals.render.Theme}: templates, words and assets; a site's own folder overlays the
 *       default theme file by file
 *   <li>{@link annals.render.PageRenderer}: a page to its files
 *   <li>{@link annals.render.FollowUpJson}, {@link annals.render.FollowUpCsv}, {@link
 *       annals.render.ReportsJson}: the data files beside the pages
 * </ul>
 */
package annals.render;
