/**
 * From a built site to the place where readers find it: a folder, a server reached by SFTP, or one
 * file for a USB stick.
 *
 * <ul>
 *   <li>{@link annals.publish.Publisher}: publish, compare, releases, rollback at one {@link
 *       annals.publish.Target}
 *   <li>{@link annals.publish.BuiltSite}: a site that is as its manifest says, else a refusal
 *   <li>{@code SiteListing}, {@code VerifiedFiles}: which of its files need not be read again
 *   <li>{@code RemoteFolder}: all that is done at a target, with two implementations, {@code
 *       DirFolder} and {@code SftpFolder}
 *   <li>{@code Incoming}: the new files brought together out of the readers' sight and verified
 *   <li>{@code ReleaseLayout}, {@code PlainLayout}: how readers come to see them
 *   <li>{@code PreparedFolders}: where coming releases are brought together
 *   <li>{@code TargetLock}: one publish at a time
 *   <li>{@code HostKeys}, {@code SftpConnection}, {@code RemoteShell}, {@code UnixAgent}: the way
 *       to a server
 *   <li>{@code LocalShell}, {@code PrintedFiles}: what this machine's programs tell of many files
 *   <li>{@link annals.publish.Bundle}: the site as one file
 *   <li>{@link annals.publish.PublishException}: one line for the user
 * </ul>
 */
package annals.publish;
