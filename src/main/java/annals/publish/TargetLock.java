package annals.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a second publish out of a target: a file there that names its owner and is renewed while
 * the owner lives. One whose owner is seen to be dead, or that has not been renewed for a while, is
 * taken over.
 */
final class TargetLock implements AutoCloseable {
  static final String FILE = ".annals-lock";

  private static final Duration RENEWED_EVERY = Duration.ofSeconds(20);
  private static final Duration DEAD_AFTER = Duration.ofMinutes(2);
  private static final Duration ASKED_EVERY = Duration.ofSeconds(1);

  private final RemoteFolder remote;
  private final Owner owner;
  private final ScheduledExecutorService renewal;

  /** Who holds a lock: lines of a text. */
  private record Owner(String token, String person, String host, long process, long started) {
    static Owner self() {
      ProcessHandle self = ProcessHandle.current();
      return new Owner(
          UUID.randomUUID().toString(),
          System.getProperty("user.name", "?"),
          hostName(),
          self.pid(),
          started(self));
    }

    static long started(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String hostName() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "?";
      }
    }

    /** Empty where the file is not whole yet or none of ours. */
    static Optional<Owner> parse(String text) {
      List<String> lines = text.lines().toList();
      try {
        return lines.size() == 5
            ? Optional.of(
                new Owner(
                    lines.get(0),
                    lines.get(1),
                    lines.get(2),
                    Long.parseLong(lines.get(3)),
                    Long.parseLong(lines.get(4))))
            : Optional.empty();
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }

    byte[] bytes() {
      return String.join("\n", token, person, host, "" + process, "" + started, "")
          .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether it was a process of this machine that is no more. */
    boolean isDeadHere() {
      return host.equals(hostName())
          && ProcessHandle.of(process).filter(p -> started(p) == started).isEmpty();
    }
  }

  private TargetLock(RemoteFolder remote, Owner owner) {
    this.remote = remote;
    this.owner = owner;
    this.renewal =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    long seconds = RENEWED_EVERY.toSeconds();
    renewal.scheduleWithFixedDelay(this::renew, seconds, seconds, TimeUnit.SECONDS);
  }

  /**
   * Takes the lock.
   *
   * @param patience how long to wait for another publish to end
   * @throws PublishException with the name of the other publish and the age of its lock
   */
  static TargetLock acquire(RemoteFolder remote, Duration patience) throws IOException {
    Owner self = Owner.self();
    Instant end = Instant.now().plus(patience);
    while (true) {
      try {
        remote.write(FILE, () -> new ByteArrayInputStream(self.bytes()));
        return new TargetLock(remote, self);
      } catch (IOException e) {
        Optional<RemoteFolder.Entry> there = remote.stat(FILE);
        if (there.isEmpty()) {
          throw e;
        }
        String text = read(remote);
        Optional<Owner> other = Owner.parse(text);
        Duration age = Duration.between(there.get().modified(), now(remote, self));
        if (other.filter(Owner::isDeadHere).isPresent() || age.compareTo(DEAD_AFTER) > 0) {
          takeAway(remote, self, text);
        } else if (Instant.now().isAfter(end)) {
          throw new PublishException(
              remote.name()
                  + ": "
                  + other.map(o -> o.person() + " on " + o.host()).orElse("someone")
                  + " is publishing here (lock renewed "
                  + Math.max(0, age.toSeconds())
                  + " s ago); wait until that ends, or use --wait SECONDS");
        } else {
          pause();
        }
      }
    }
  }

  private static void takeAway(RemoteFolder remote, Owner self, String judged) throws IOException {
    String aside = FILE + "-" + self.token();
    remote.rename(FILE, aside);
    try (InputStream in = remote.read(aside)) {
      if (!new String(in.readAllBytes(), StandardCharsets.UTF_8).equals(judged)
          && remote.stat(FILE).isEmpty()) {
        remote.rename(aside, FILE);
        return;
      }
    }
    remote.delete(aside);
  }

  /** The time by the target's clock. */
  private static Instant now(RemoteFolder remote, Owner self) throws IOException {
    String clock = ".annals-clock-" + self.token();
    remote.write(clock, InputStream::nullInputStream);
    Instant now = remote.stat(clock).map(RemoteFolder.Entry::modified).orElse(Instant.now());
    remote.delete(clock);
    return now;
  }

  private static String read(RemoteFolder remote) throws IOException {
    try (InputStream in = remote.read(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      if (remote.stat(FILE).isEmpty()) {
        return "";
      }
      throw e;
    }
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(ASKED_EVERY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private void renew() {
    String next = FILE + "-" + owner.token();
    try {
      requireHeld();
      remote.delete(next);
      remote.write(next, () -> new ByteArrayInputStream(owner.bytes()));
      remote.rename(next, FILE);
    } catch (IOException theNextRenewalOrStepWillTell) {
      return;
    }
  }

  /** Stops a publish whose lock was taken over while it slept. */
  void requireHeld() throws IOException {
    if (!read(remote).equals(new String(owner.bytes(), StandardCharsets.UTF_8))) {
      throw new PublishException(
          remote.name() + ": another publish has taken over this target; nothing was switched");
    }
  }

  @Override
  public void close() throws IOException {
    renewal.shutdownNow();
    try {
      renewal.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    requireHeld();
    remote.delete(FILE + "-" + owner.token());
    remote.delete(FILE);
  }
}
