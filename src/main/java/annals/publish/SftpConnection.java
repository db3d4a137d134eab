package annals.publish;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.session.SessionHeartbeatController.HeartbeatType;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * One session with a server and as many SFTP channels as there are threads. When the connection
 * drops, calls try again on a new one, with growing pauses.
 */
final class SftpConnection implements AutoCloseable {
  private static final int ATTEMPTS = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration STILL_THERE = Duration.ofSeconds(15);

  private final Target.Server server;
  private final HostKeys hostKeys;
  private final SshClient client;
  private final ConcurrentLinkedQueue<Channel> idle = new ConcurrentLinkedQueue<>();
  private ClientSession session;

  /** A channel and the session that it is of. */
  private record Channel(ClientSession session, SftpClient sftp) {}

  /** What is done on a channel. */
  interface Call<T> {
    /**
     * @param again whether an earlier attempt may have been done by half or even wholly
     */
    T run(SftpClient sftp, boolean again) throws IOException;
  }

  private SftpConnection(Target.Server server, HostKeys hostKeys, SshClient client) {
    this.server = server;
    this.hostKeys = hostKeys;
    this.client = client;
  }

  static SftpConnection open(Target.Server server, Access access) throws IOException {
    HostKeys hostKeys = new HostKeys(server, access.acceptedHostKey());
    SshClient client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier(hostKeys);
    client.setSignatureFactories(hostKeys.ordered(client.getSignatureFactories()));
    client.setFilePasswordProvider(
        (session, key, retry) ->
            retry > 0 ? null : access.secrets().ask("Passphrase of " + key.getName()).orElse(null));
    client.setPasswordIdentityProvider(password(server, access));
    String agent = System.getenv("SSH_AUTH_SOCK");
    if (agent != null && Files.exists(Path.of(agent))) {
      client.setAgentFactory(UnixAgent.factory(agent));
    }
    CoreModuleProperties.HEARTBEAT_REQUEST.set(client, "keepalive@openssh.com");
    client.setSessionHeartbeat(HeartbeatType.IGNORE, STILL_THERE);
    client.start();
    SftpConnection connection = new SftpConnection(server, hostKeys, client);
    try {
      connection.call((sftp, again) -> sftp.getVersion());
      return connection;
    } catch (IOException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Asked at most once a session: a wrong password is not offered again. */
  private static PasswordIdentityProvider password(Target.Server server, Access access) {
    return session ->
        () ->
            access.secrets().ask("Password of " + server.user() + "@" + server.host()).stream()
                .iterator();
  }

  String name() {
    return server.user() + "@" + server.host() + ":" + server.path();
  }

  <T> T call(Call<T> call) throws IOException {
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      Channel channel = null;
      try {
        channel = channel();
        T result = call.run(channel.sftp(), attempt > 1);
        idle.add(channel);
        return result;
      } catch (IOException e) {
        if (channel != null && isAnswer(e) && channel.sftp().isOpen()) {
          idle.add(channel);
          throw e;
        }
        if (e instanceof PublishException || attempt == ATTEMPTS) {
          throw e;
        }
        if (channel != null) {
          channel.sftp().close();
        }
      }
      pause(pause);
      pause = pause.multipliedBy(2);
    }
  }

  /** Whether the server answered and said no, which it would say again. */
  private static boolean isAnswer(IOException e) {
    return e instanceof PublishException
        || e instanceof SftpException answer
            && answer.getStatus() != SftpConstants.SSH_FX_CONNECTION_LOST
            && answer.getStatus() != SftpConstants.SSH_FX_NO_CONNECTION;
  }

  private static void pause(Duration time) throws InterruptedIOException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private Channel channel() throws IOException {
    for (Channel free = idle.poll(); free != null; free = idle.poll()) {
      if (free.sftp().isOpen()) {
        return free;
      }
    }
    ClientSession current = session();
    return new Channel(current, SftpClientFactory.instance().createSftpClient(current, 3));
  }

  /** Closes channels that nobody uses: servers allow a session so many, ten as a rule. */
  void closeIdle() {
    for (Channel free = idle.poll(); free != null; free = idle.poll()) {
      try {
        free.sftp().close();
      } catch (IOException gone) {
        continue;
      }
    }
  }

  /** The session, made anew if the last one is gone. */
  synchronized ClientSession session() throws IOException {
    if (session == null || !session.isOpen()) {
      session = connect();
    }
    return session;
  }

  private ClientSession connect() throws IOException {
    ClientSession made;
    try {
      made =
          client
              .connect(server.user(), server.host(), server.port())
              .verify(TIMEOUT)
              .getClientSession();
    } catch (IOException e) {
      throw refused(e, server.host() + ":" + server.port() + ": no connection");
    }
    try {
      addIdentity(made);
      made.auth().verify(TIMEOUT.multipliedBy(4));
      return made;
    } catch (IOException e) {
      made.close(true);
      throw refused(e, name() + ": the server lets nobody in with these keys or this password");
    }
  }

  private void addIdentity(ClientSession made) throws IOException {
    if (server.identity().isEmpty()) {
      return;
    }
    Path key = server.identity().get();
    FilePasswordProvider passphrase = client.getFilePasswordProvider();
    try (var in = Files.newInputStream(key)) {
      for (var pair : SecurityUtils.loadKeyPairIdentities(made, key::toString, in, passphrase)) {
        made.addPublicKeyIdentity(pair);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new PublishException(key + ": this private key cannot be read", e);
    }
  }

  /** A refusal is final; a connection that did not come about may come about later. */
  private IOException refused(IOException cause, String line) {
    if (cause instanceof PublishException) {
      return cause;
    }
    Optional<String> hostKey = hostKeys.refusal();
    if (hostKey.isPresent()) {
      return new PublishException(hostKey.get(), cause);
    }
    String message = String.valueOf(cause.getMessage());
    boolean noMoreWays = message.contains("No more authentication methods");
    return noMoreWays
        ? new PublishException(line, cause)
        : new NoConnectionException(line + " (" + rootOf(cause) + ")", cause);
  }

  private static String rootOf(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof UnresolvedAddressException
        ? "nobody knows a host of this name"
        : String.valueOf(root.getMessage());
  }

  @Override
  public void close() throws IOException {
    closeIdle();
    synchronized (this) {
      if (session != null) {
        session.close();
      }
    }
    client.stop();
  }
}
