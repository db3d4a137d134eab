/**
 * Reading everything once more before it goes out.
 *
 * <ul>
 *   <li>{@link annals.check.PageLinks}: the ids and links of one page, taken while its bytes are at
 *       hand
 *   <li>{@link annals.check.SiteCheck}: all pages against one another; the only user of jsoup here
 *       is {@code PageReader}
 * </ul>
 */
package annals.check;
