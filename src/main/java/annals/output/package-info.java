/**
 * Writing the site: staged beside, renamed into place, listed in the manifest last.
 *
 * <ul>
 *   <li>{@link annals.output.OutputFile}: a finished file, bytes and place
 *   <li>{@link annals.output.SiteWriter}: from files to a site on disk, all or nothing as far as
 *       file systems allow
 *   <li>{@link annals.output.Manifest}: what belongs to the site, the only ground for deleting
 *   <li>{@link annals.output.WriteResult}: what a build changed
 *   <li>{@link annals.output.OutputException}: the disk says no
 * </ul>
 *
 * <p>In the output folder, besides the site: {@code .annals-staging/} holds the new files and the
 * lock while a build runs; {@code .annals-pending} lists, while files are renamed, those that no
 * manifest lists yet, so that a build killed there leaves nothing that the next one does not know.
 */
package annals.output;
