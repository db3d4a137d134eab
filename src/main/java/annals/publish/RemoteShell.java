package annals.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;

/**
 * Shortcuts by the server's shell, where the account has one that sees the same folder as SFTP
 * does; everything works without.
 */
final class RemoteShell {
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration OPENING = Duration.ofSeconds(20);
  private static final int HASH_DIGITS = 64;
  private static final int ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final SftpConnection connection;
  private final String root;

  RemoteShell(SftpConnection connection, String root) {
    this.connection = connection;
    this.root = root;
  }

  /** Whether the shell sees a file of the target with just these bytes. */
  boolean sees(String path, byte[] bytes) {
    Optional<String> seen = run("cat -- " + LinkedTree.quoted(path), "");
    return seen.filter(new String(bytes, StandardCharsets.UTF_8)::equals).isPresent();
  }

  Optional<Map<String, String>> hashes(String folder) {
    return run(
            "cd "
                + LinkedTree.quoted(folder)
                + " && find . -type f -print0 | xargs -0 -r sha256sum --",
            "")
        .map(output -> parsed(output, "./"));
  }

  Optional<Map<String, String>> hashes(String folder, List<String> paths) {
    return run(
            "cd "
                + LinkedTree.quoted(folder.isEmpty() ? "." : folder)
                + " && { xargs -0 -r sha256sum -- 2>/dev/null; true; }",
            String.join("\0", paths) + "\0")
        .map(output -> parsed(output, ""));
  }

  private static Map<String, String> parsed(String output, String prefix) {
    Map<String, String> hashes = new HashMap<>();
    for (String line : output.split("\n")) {
      int path = HASH_DIGITS + 2;
      if (line.length() > path && line.startsWith(prefix, path)) {
        hashes.put(line.substring(path + prefix.length()), line.substring(0, HASH_DIGITS));
      }
    }
    return hashes;
  }

  /** All below a folder, with a {@code find} that can print sizes; empty where it cannot. */
  Optional<RemoteTree> tree(String folder) {
    return run(
            "cd "
                + LinkedTree.quoted(folder.isEmpty() ? "." : folder)
                + " && find . -mindepth 1 -printf '%y %s %P\\0'",
            "")
        .map(RemoteShell::treeOf);
  }

  private static RemoteTree treeOf(String output) {
    Map<String, RemoteFolder.Entry> files = new HashMap<>();
    Set<String> folders = new HashSet<>();
    for (String line : output.split("\0")) {
      String[] parts = line.split(" ", 3);
      if (parts.length < 3) {
        continue;
      }
      String path = parts[2];
      if (parts[0].equals("d")) {
        folders.add(path);
      } else {
        RemoteFolder.Kind kind =
            switch (parts[0]) {
              case "f" -> RemoteFolder.Kind.FILE;
              case "l" -> RemoteFolder.Kind.LINK;
              default -> RemoteFolder.Kind.OTHER;
            };
        files.put(
            path,
            new RemoteFolder.Entry(
                path.substring(path.lastIndexOf('/') + 1),
                kind,
                Long.parseLong(parts[1]),
                Instant.EPOCH));
      }
    }
    return new RemoteTree(files, folders);
  }

  boolean linkTree(String existing, String folder, int folderMode) {
    return run(LinkedTree.command(existing, folder, folderMode), "").isPresent();
  }

  boolean deleteTree(String folder) {
    return run("rm -r -f -- " + LinkedTree.quoted(folder), "").isPresent();
  }

  /** The output of a command in the target folder, if the command ended well. */
  private Optional<String> run(String command, String input) {
    String whole = "cd " + LinkedTree.quoted(root) + " && " + command;
    for (int attempt = 1; ; attempt++) {
      try {
        return runOnce(whole, input);
      } catch (SshChannelOpenException serverHasTooManyOpen) {
        connection.closeIdle();
        if (attempt == ATTEMPTS || !pause()) {
          return Optional.empty();
        }
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }

  /** Until the server has cleared away what was closed just now. */
  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<String> runOnce(String command, String input) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ChannelExec channel = connection.session().createExecChannel(command)) {
      channel.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
      channel.setOut(out);
      channel.setErr(new ByteArrayOutputStream());
      open(channel);
      Set<ClientChannelEvent> events =
          channel.waitFor(
              EnumSet.of(ClientChannelEvent.CLOSED, ClientChannelEvent.EXIT_STATUS), LONGEST);
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED, ClientChannelEvent.EOF), OPENING);
      Integer status = channel.getExitStatus();
      return events.contains(ClientChannelEvent.TIMEOUT) || status == null || status != 0
          ? Optional.empty()
          : Optional.of(out.toString(StandardCharsets.UTF_8));
    }
  }

  /**
   * @throws SshChannelOpenException where the server refuses to open one more
   */
  private static void open(ChannelExec channel) throws IOException {
    try {
      channel.open().verify(OPENING);
    } catch (SshException e) {
      throw e.getCause() instanceof SshChannelOpenException refused ? refused : e;
    }
  }
}
