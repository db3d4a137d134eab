package annals.publish;

import annals.output.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.client.RawSftpClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.extensions.CopyDataExtension;
import org.apache.sshd.sftp.client.extensions.helpers.AbstractSftpClientExtension;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** A target on a server that is reached by SFTP. */
final class SftpFolder implements RemoteFolder {
  private static final int CHUNK = 32_000;

  private static final String HARD_LINK = "hardlink@openssh.com";

  private final SftpConnection connection;
  private final String root;
  private final int fileMode;
  private final int folderMode;
  private Optional<Optional<RemoteShell>> shell = Optional.empty();

  private SftpFolder(SftpConnection connection, String root, int fileMode, int folderMode) {
    this.connection = connection;
    this.root = root;
    this.fileMode = fileMode;
    this.folderMode = folderMode;
  }

  static SftpFolder connect(Target.Server server, Access access, int fileMode, int folderMode)
      throws IOException {
    SftpConnection connection = SftpConnection.open(server, access);
    String path = server.path().replaceAll("(?<=.)/+$", "");
    return new SftpFolder(connection, path, fileMode, folderMode);
  }

  /** A request of OpenSSH that the library does not know. */
  private static final class HardLink extends AbstractSftpClientExtension {
    HardLink(SftpClient sftp) {
      super(HARD_LINK, sftp, (RawSftpClient) sftp, sftp.getServerExtensions());
    }

    void make(String existing, String path) throws IOException {
      Buffer request = getCommandBuffer(existing.length() * 3 + path.length() * 3 + 64);
      request.putString(existing);
      request.putString(path);
      sendAndCheckExtendedCommandStatus(request);
    }
  }

  private interface Request<T> {
    T run(SftpClient sftp, boolean again) throws IOException;
  }

  /** Does a request and gives refusals the name of what they are about. */
  private <T> T request(String path, Request<T> request) throws IOException {
    try {
      return connection.call(request::run);
    } catch (SftpException e) {
      String reason =
          e.getStatus() == SftpConstants.SSH_FX_FAILURE
              ? new RemoteDisk(connection, root).refusal().orElse(reason(e))
              : reason(e);
      throw new IOException((name() + "/" + path).replaceAll("/$", "") + ": " + reason, e);
    }
  }

  private static String reason(SftpException e) {
    return switch (e.getStatus()) {
      case SftpConstants.SSH_FX_PERMISSION_DENIED -> "permission denied";
      case SftpConstants.SSH_FX_NO_SUCH_FILE -> "no such file";
      case SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, SftpConstants.SSH_FX_QUOTA_EXCEEDED ->
          "the disk is full";
      case SftpConstants.SSH_FX_WRITE_PROTECT -> "read-only";
      default -> "the server says " + e.getMessage() + " (" + e.getStatus() + ")";
    };
  }

  @Override
  public String name() {
    return connection.name();
  }

  private String at(String path) {
    return root + "/" + RemoteFolder.requireInside(path);
  }

  @Override
  public void createRoot() throws IOException {
    StringBuilder path = new StringBuilder();
    for (String segment : root.split("/", -1)) {
      path.append(segment);
      String folder = path.toString();
      if (!folder.isEmpty()) {
        request(
            "",
            (sftp, again) -> {
              if (attributes(sftp, folder, true).isEmpty()) {
                makeFolder(sftp, folder);
              }
              return true;
            });
      }
      path.append('/');
    }
  }

  private static Optional<SftpClient.Attributes> attributes(
      SftpClient sftp, String path, boolean follow) throws IOException {
    try {
      return Optional.of(follow ? sftp.stat(path) : sftp.lstat(path));
    } catch (SftpException e) {
      if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
          || e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void makeFolder(SftpClient sftp, String folder) throws IOException {
    sftp.mkdir(folder);
    sftp.setStat(folder, new SftpClient.Attributes().perms(folderMode));
  }

  @Override
  public Optional<Entry> stat(String path) throws IOException {
    return request(
        path,
        (sftp, again) ->
            attributes(sftp, at(path), false)
                .map(a -> entry(path.substring(path.lastIndexOf('/') + 1), a)));
  }

  private static Entry entry(String name, SftpClient.Attributes attributes) {
    Kind kind =
        attributes.isRegularFile()
            ? Kind.FILE
            : attributes.isDirectory()
                ? Kind.FOLDER
                : attributes.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
    Instant modified =
        attributes.getModifyTime() == null ? Instant.EPOCH : attributes.getModifyTime().toInstant();
    return new Entry(name, kind, attributes.getSize(), modified);
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    return request(
        folder,
        (sftp, again) -> {
          List<Entry> entries = new ArrayList<>();
          for (SftpClient.DirEntry entry : sftp.readEntries(folder.isEmpty() ? root : at(folder))) {
            String name = entry.getFilename();
            if (!name.equals(".") && !name.equals("..")) {
              entries.add(entry(name, entry.getAttributes()));
            }
          }
          return entries;
        });
  }

  /** The whole file, so that a dropped connection can be made good; site files are small. */
  @Override
  public InputStream read(String path) throws IOException {
    return request(
        path,
        (sftp, again) -> {
          try (InputStream in = sftp.read(at(path))) {
            return new ByteArrayInputStream(in.readAllBytes());
          }
        });
  }

  @Override
  public void write(String path, Content content) throws IOException {
    request(
        path,
        (sftp, again) -> {
          if (again) {
            remove(sftp, at(path));
          }
          try (InputStream in = content.open();
              SftpClient.CloseableHandle handle =
                  sftp.open(
                      at(path),
                      EnumSet.of(
                          SftpClient.OpenMode.Write,
                          SftpClient.OpenMode.Create,
                          SftpClient.OpenMode.Exclusive))) {
            byte[] chunk = new byte[CHUNK];
            long offset = 0;
            for (int read = in.readNBytes(chunk, 0, CHUNK);
                read > 0;
                read = in.readNBytes(chunk, 0, CHUNK)) {
              sftp.write(handle, offset, chunk, 0, read);
              offset += read;
            }
            sftp.setStat(handle, new SftpClient.Attributes().perms(fileMode));
          }
          return true;
        });
  }

  private static void remove(SftpClient sftp, String path) throws IOException {
    Optional<SftpClient.Attributes> there = attributes(sftp, path, false);
    if (there.isPresent()) {
      if (there.get().isDirectory()) {
        sftp.rmdir(path);
      } else {
        sftp.remove(path);
      }
    }
  }

  @Override
  public void createFolder(String path) throws IOException {
    request(
        path,
        (sftp, again) -> {
          try {
            makeFolder(sftp, at(path));
          } catch (SftpException e) {
            if (attributes(sftp, at(path), false).filter(a -> a.isDirectory()).isEmpty()) {
              throw e;
            }
          }
          return true;
        });
  }

  @Override
  public void rename(String from, String to) throws IOException {
    request(
        to,
        (sftp, again) -> {
          if (again
              && attributes(sftp, at(from), false).isEmpty()
              && attributes(sftp, at(to), false).isPresent()) {
            return true;
          }
          var posix = sftp.getExtension(OpenSSHPosixRenameExtension.class);
          if (posix != null && posix.isSupported()) {
            posix.posixRename(at(from), at(to));
          } else {
            remove(sftp, at(to));
            sftp.rename(at(from), at(to));
          }
          return true;
        });
  }

  @Override
  public boolean link(String existing, String path) throws IOException {
    return request(
        path,
        (sftp, again) -> {
          if (again) {
            remove(sftp, at(path));
          }
          HardLink hardLink = new HardLink(sftp);
          if (hardLink.isSupported()) {
            try {
              hardLink.make(at(existing), at(path));
              return true;
            } catch (SftpException noLinksOnThisDisk) {
              return copy(sftp, at(existing), at(path));
            }
          }
          return copy(sftp, at(existing), at(path));
        });
  }

  /** Copies at the server, where it can. */
  private boolean copy(SftpClient sftp, String existing, String path) throws IOException {
    CopyDataExtension copy = sftp.getExtension(CopyDataExtension.class);
    if (copy == null || !copy.isSupported()) {
      return false;
    }
    try (SftpClient.CloseableHandle from = sftp.open(existing, SftpClient.OpenMode.Read);
        SftpClient.CloseableHandle to =
            sftp.open(
                path,
                SftpClient.OpenMode.Write,
                SftpClient.OpenMode.Create,
                SftpClient.OpenMode.Exclusive)) {
      copy.copyData(from, 0, 0, to, 0);
      sftp.setStat(to, new SftpClient.Attributes().perms(fileMode));
      return true;
    }
  }

  @Override
  public void symlink(String path, String to) throws IOException {
    request(
        path,
        (sftp, again) -> {
          if (again) {
            remove(sftp, at(path));
          }
          sftp.symLink(at(path), to);
          return true;
        });
  }

  @Override
  public String readLink(String path) throws IOException {
    return request(path, (sftp, again) -> sftp.readLink(at(path)));
  }

  @Override
  public void delete(String path) throws IOException {
    request(
        path,
        (sftp, again) -> {
          remove(sftp, at(path));
          return true;
        });
  }

  @Override
  public Optional<Map<String, String>> hashes(String folder) throws IOException {
    return shell().flatMap(s -> s.hashes(folder));
  }

  @Override
  public Optional<Map<String, String>> hashes(String folder, List<String> paths)
      throws IOException {
    return shell().flatMap(s -> s.hashes(folder, paths));
  }

  @Override
  public Optional<RemoteTree> tree(String folder) throws IOException {
    return shell().flatMap(s -> s.tree(folder));
  }

  /** Its listing has to travel anyway. */
  @Override
  public boolean isJust(String folder, Manifest files) {
    return false;
  }

  @Override
  public boolean linkTree(String existing, String folder) throws IOException {
    return shell().filter(s -> s.linkTree(existing, folder, folderMode)).isPresent();
  }

  @Override
  public boolean deleteTree(String folder) throws IOException {
    RemoteFolder.requireInside(folder);
    return shell().filter(s -> s.deleteTree(folder)).isPresent();
  }

  /** The server's shell, if it shows a file that was just written by SFTP. */
  private synchronized Optional<RemoteShell> shell() throws IOException {
    if (shell.isEmpty()) {
      String token = UUID.randomUUID().toString();
      String probe = ".annals-shell";
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      delete(probe);
      write(probe, () -> new ByteArrayInputStream(bytes));
      RemoteShell candidate = new RemoteShell(connection, root);
      shell = Optional.of(Optional.of(candidate).filter(s -> s.sees(probe, bytes)));
      delete(probe);
    }
    return shell.get();
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
