/**
 * The pages as finished immutable values, and where each of them stands.
 *
 * <ul>
 *   <li>{@link annals.page.Route}, {@link annals.page.SitePlan}: where every page stands
 *   <li>{@link annals.page.SiteSettings}, {@link annals.page.Labels}, {@link annals.page.Site}:
 *       what all pages share
 *   <li>{@link annals.page.UnitPages}: the pages of a unit, made while it is in flight; {@link
 *       annals.page.SitePages}: the pages of the whole site, made from the summaries
 *   <li>{@link annals.page.Page}: what they make, one record for each kind of page, all in a {@link
 *       annals.page.Frame}
 *   <li>{@link annals.page.Markup}, {@link annals.page.ProseMarkup}, {@link
 *       annals.page.BlockMarkup}: the only writers of markup outside the templates, for bodies that
 *       are too long to loop over there
 * </ul>
 */
package annals.page;
