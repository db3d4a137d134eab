/**
 * Reading everything once more before it is published.
 *
 * <ul>
 *   <li>{@link annals.check.ContentCheck}: a report's missing parts and placeholders
 *   <li>{@link annals.check.LinkCheck}: links from one report to another
 *   <li>{@link annals.check.LinkLedger}: what is open of the site's links while it is made
 *   <li>{@link annals.check.SiteCheck}: all pages of the site against one another
 * </ul>
 */
package annals.check;
