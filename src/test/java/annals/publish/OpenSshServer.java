package annals.publish;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real sshd on this machine's loopback, with keys and configuration of its own. */
public final class OpenSshServer implements AutoCloseable {
  private final Path folder;
  private final int port;
  private final Process process;

  private OpenSshServer(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** The program, where it is installed. */
  static Optional<Path> program() {
    return Stream.of("/usr/sbin/sshd", "/usr/local/sbin/sshd", "/usr/bin/sshd")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts a server that knows the user's key in {@code folder/id}.
   *
   * @param more lines of its configuration
   */
  public static OpenSshServer start(Path folder, String... more) throws Exception {
    Files.createDirectories(folder);
    for (String key : List.of("host", "id", "other")) {
      if (!Files.exists(folder.resolve(key))) {
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve(key).toString());
      }
    }
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Files.copy(
        folder.resolve("id.pub"),
        folder.resolve("authorized_keys"),
        StandardCopyOption.REPLACE_EXISTING);
    Path config = folder.resolve("sshd_config");
    Files.writeString(
        config,
        String.join(
            "\n",
            "ListenAddress 127.0.0.1:" + port,
            "HostKey " + folder.resolve("host"),
            "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
            "PidFile none",
            "StrictModes no",
            "UsePAM no",
            "PermitRootLogin yes",
            "PasswordAuthentication no",
            "Subsystem sftp internal-sftp",
            String.join("\n", more),
            ""));
    Files.createDirectories(Path.of("/run/sshd"));
    Process process =
        new ProcessBuilder(program().orElseThrow().toString(), "-D", "-e", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    OpenSshServer server = new OpenSshServer(folder, port, process);
    server.awaitStart();
    server.know("host");
    return server;
  }

  private void awaitStart() throws Exception {
    for (int attempt = 0; attempt < 100; attempt++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.getInputStream().read() == 'S') {
          return;
        }
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    throw new IOException("sshd does not start: " + Files.readString(folder.resolve("log")));
  }

  /** Writes one of the keys into known_hosts as the server's. */
  void know(String key) throws IOException {
    String publicKey = Files.readString(folder.resolve(key + ".pub"));
    Files.writeString(knownHosts(), "[127.0.0.1]:" + port + " " + publicKey);
  }

  Path knownHosts() {
    return folder.resolve("known_hosts");
  }

  /** The fingerprint of the host key as ssh-keygen prints it. */
  String fingerprint() throws Exception {
    return run("ssh-keygen", "-l", "-E", "sha256", "-f", folder.resolve("host.pub").toString())
        .split(" ")[1];
  }

  Target target(Path path, Target.Layout layout) {
    Target.Server server =
        new Target.Server(
            "127.0.0.1",
            port,
            System.getProperty("user.name"),
            path.toString(),
            Optional.of(folder.resolve("id")),
            knownHosts());
    return new Target("test", server, layout, 3, 0644, 0755, false);
  }

  /** What {@code annals.yaml} says of a target on this server, below the target's name. */
  public String yaml(Path path, String indent) {
    return String.join(
        "\n" + indent,
        indent + "kind: sftp",
        "host: 127.0.0.1",
        "port: " + port,
        "user: " + System.getProperty("user.name"),
        "path: " + path,
        "identity: " + folder.resolve("id"),
        "known-hosts: " + knownHosts() + "\n");
  }

  /** Cuts every connection that stands now; the server goes on. */
  void cutConnections() {
    process.children().forEach(ProcessHandle::destroyForcibly);
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + output);
    }
    return output;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
