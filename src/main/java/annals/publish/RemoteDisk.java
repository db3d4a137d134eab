package annals.publish;

import java.io.IOException;
import java.util.Optional;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHStatExtensionInfo;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHStatPathExtension;

/**
 * The disk that a server's folder is on: OpenSSH says of one that is full or read-only no more than
 * that something failed.
 *
 * @param folder it, or some folder above it, is there
 */
record RemoteDisk(SftpConnection connection, String folder) {
  /** With fewer bytes left a refused write is put down to that. */
  private static final long NEARLY_FULL = 1 << 20;

  /** Why it takes no more, as far as it tells. */
  Optional<String> refusal() {
    for (String at = folder; !at.isEmpty(); at = above(at)) {
      String asked = at;
      try {
        return connection.call(
            (sftp, again) -> {
              var disk = sftp.getExtension(OpenSSHStatPathExtension.class);
              return disk == null || !disk.isSupported()
                  ? Optional.empty()
                  : refusal(disk.stat(asked));
            });
      } catch (IOException notThereYet) {
        continue;
      }
    }
    return Optional.empty();
  }

  private static String above(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static Optional<String> refusal(OpenSSHStatExtensionInfo disk) {
    if ((disk.f_flag & OpenSSHStatExtensionInfo.SSH_FXE_STATVFS_ST_RDONLY) != 0) {
      return Optional.of("the disk is read-only");
    }
    boolean isFull =
        disk.f_bavail * disk.f_frsize < NEARLY_FULL || disk.f_files > 0 && disk.f_favail == 0;
    return isFull ? Optional.of("the disk is full") : Optional.empty();
  }
}
