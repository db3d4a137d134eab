/**
 * The whole way from a source folder to a site.
 *
 * <ul>
 *   <li>{@link annals.build.SiteConfig}: {@code annals.yaml}
 *   <li>{@link annals.build.SiteBuilder}: the build; {@link annals.build.FamilyRebuild}: the pages
 *       of one edited report's family alone, for previews
 *   <li>{@code PublishedUnit}: what was published of a unit, and how it goes on
 *   <li>{@link annals.build.PublishReview}, {@link annals.build.AnchorLocks}, {@link
 *       annals.build.ReleasePages}: what publishing needs of the sources, before and after
 *   <li>{@link annals.build.ContentReview}: everything that a check finds
 * </ul>
 */
package annals.build;
