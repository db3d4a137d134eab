package annals.publish;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.apache.sshd.agent.SshAgent;
import org.apache.sshd.agent.SshAgentFactory;
import org.apache.sshd.agent.SshAgentServer;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** The user's SSH agent, asked through the socket that {@code SSH_AUTH_SOCK} names. */
final class UnixAgent extends AbstractAgentProxy {
  /** An answer is a few keys or one signature. */
  private static final int LONGEST_ANSWER = 1 << 20;

  private final SocketChannel channel;

  private UnixAgent(SocketChannel channel) {
    super(null);
    this.channel = channel;
  }

  /** Gives each session an agent; it is never forwarded to the server. */
  static SshAgentFactory factory(String socket) {
    return new SshAgentFactory() {
      @Override
      public List<ChannelFactory> getChannelForwardingFactories(FactoryManager manager) {
        return List.of();
      }

      @Override
      public SshAgent createClient(Session session, FactoryManager manager) throws IOException {
        return new UnixAgent(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
      }

      @Override
      public SshAgentServer createServer(ConnectionService service) {
        throw new UnsupportedOperationException("the agent is not forwarded");
      }
    };
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  protected synchronized Buffer request(Buffer question) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(question.getCompactData());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    int length = read(Integer.BYTES).getInt();
    if (length < 0 || length > LONGEST_ANSWER) {
      throw new IOException("the SSH agent gives no sensible answer");
    }
    return new ByteArrayBuffer(read(length).array());
  }

  private ByteBuffer read(int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new IOException("the SSH agent hung up");
      }
    }
    return bytes.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
    super.close();
  }
}
