/**
 * The whole way from a source folder to a site.
 *
 * <ul>
 *   <li>{@link annals.build.SiteConfig}: {@code annals.yaml}
 * </ul>
 */
package annals.build;
