/**
 * Reading everything once more before it is published.
 *
 * <ul>
 *   <li>{@link annals.check.ContentCheck}: a report's missing parts and placeholders
 *   <li>{@link annals.check.LinkCheck}: links from one report to another
 *   <li>{@link annals.check.PageLinks}: the ids and links of one page of the site, taken while its
 *       bytes are at hand
 *   <li>{@link annals.check.SiteCheck}: all pages of the site against one another
 * </ul>
 */
package annals.check;
