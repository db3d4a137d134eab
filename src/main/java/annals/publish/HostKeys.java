package annals.publish;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.signature.Signature;

/**
 * Trusts a server only by its key in {@code known_hosts}. An unknown key is refused and shown,
 * unless its fingerprint was accepted in so many words; then it is written down. A changed or
 * revoked key is always refused.
 */
final class HostKeys implements ServerKeyVerifier {
  private final String host;
  private final int port;
  private final Path file;
  private final Optional<String> accepted;
  private final List<KnownHostEntry> known;
  private volatile Optional<String> refusal = Optional.empty();

  HostKeys(Target.Server server, Optional<String> accepted) throws IOException {
    this.host = server.host();
    this.port = server.port();
    this.file = server.knownHosts();
    this.accepted = accepted;
    this.known = new ArrayList<>();
    if (Files.exists(file)) {
      for (KnownHostEntry entry : KnownHostEntry.readKnownHostEntries(file)) {
        if (!"cert-authority".equals(entry.getMarker()) && entry.isHostMatch(host, port)) {
          known.add(entry);
        }
      }
    }
  }

  /** Why the server was refused, as a line for the user. */
  Optional<String> refusal() {
    return refusal;
  }

  /** Asks the server first for the kinds of key that are known of it. */
  List<NamedFactory<Signature>> ordered(List<NamedFactory<Signature>> signatures) {
    Set<String> kinds = new HashSet<>();
    known.forEach(entry -> kinds.add(entry.getKeyEntry().getKeyType()));
    List<NamedFactory<Signature>> ordered = new ArrayList<>();
    signatures.stream().filter(s -> isOf(s, kinds)).forEach(ordered::add);
    signatures.stream().filter(s -> !isOf(s, kinds)).forEach(ordered::add);
    return ordered;
  }

  private static boolean isOf(NamedFactory<Signature> signature, Set<String> kinds) {
    return kinds.contains(KeyUtils.getCanonicalKeyType(signature.getName()))
        || kinds.contains(signature.getName());
  }

  @Override
  public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
    String fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    String server = host + ":" + port;
    boolean sameKind = false;
    boolean trusted = false;
    for (KnownHostEntry entry : known) {
      try {
        PublicKey other =
            entry.getKeyEntry().resolvePublicKey(session, PublicKeyEntryResolver.IGNORING);
        boolean same = KeyUtils.compareKeys(other, key);
        if (same && "revoked".equals(entry.getMarker())) {
          refusal = Optional.of(server + ": its key " + fingerprint + " is revoked in " + file);
          return false;
        }
        trusted |= same;
        sameKind |= KeyUtils.getKeyType(key).equals(entry.getKeyEntry().getKeyType());
      } catch (IOException | GeneralSecurityException e) {
        refusal = Optional.of(file + ": the key of " + server + " there cannot be read");
        return false;
      }
    }
    if (trusted) {
      return true;
    }
    if (sameKind) {
      refusal =
          Optional.of(
              server
                  + ": its key is not the one in "
                  + file
                  + " but "
                  + fingerprint
                  + "; someone may be in between: ask the server's keeper, and only then take the"
                  + " old line out of that file");
      return false;
    }
    if (accepted.filter(fingerprint::equals).isPresent()) {
      return writeDown(key);
    }
    refusal =
        Optional.of(
            server
                + ": unknown host key "
                + fingerprint
                + " ("
                + KeyUtils.getKeyType(key)
                + "); compare it with what the server's keeper says, then use --accept-host-key "
                + fingerprint);
    return false;
  }

  private boolean writeDown(PublicKey key) {
    String name = port == 22 ? host : "[" + host + "]:" + port;
    String line = name + " " + PublicKeyEntry.toString(key) + "\n";
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      String before = Files.exists(file) ? Files.readString(file) : "";
      Files.write(
          file,
          ((before.isEmpty() || before.endsWith("\n") ? "" : "\n") + line)
              .getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      known.add(KnownHostEntry.parseKnownHostEntry(line.strip()));
      return true;
    } catch (IOException e) {
      refusal = Optional.of(file + ": the accepted host key cannot be written there");
      return false;
    }
  }
}
