/**
 * Links between reports, and the built site as readers will have it.
 *
 * <ul>
 *   <li>{@link annals.check.LinkCheck}: links from one report to another
 *   <li>{@link annals.check.LinkLedger}: what is open of the site's links while it is made
 *   <li>{@link annals.check.SiteCheck}: all pages of the site against one another
 * </ul>
 */
package annals.check;
