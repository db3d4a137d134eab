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
  private static final Duration HALF_WRITTEN_FOR = Duration.ofSeconds(10);
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(5);
  private static final String CLOCK = ".annals-clock";
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

    private boolean isNear(long start) {
      return start == 0 || Math.abs(start - started) <= CLOCKS_DIFFER_BY.toMillis();
    }

    byte[] bytes() {
      return String.join("\n", token, person, host, "" + process, "" + started, "")
          .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether it was a process of this machine that is no more. Two processes may see a third's
     * start a little apart, since the system counts it from its own start; where it does not tell,
     * the process counts as the owner.
     */
    boolean isDeadHere() {
      return host.equals(hostName())
          && ProcessHandle.of(process).filter(p -> p.isAlive() && isNear(started(p))).isEmpty();
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
      if (claims(remote, self)) {
        sweep(remote);
        return new TargetLock(remote, self);
      }
      Optional<RemoteFolder.Entry> there = remote.stat(FILE);
      if (there.isEmpty()) {
        continue;
      }
      String text = read(remote);
      Optional<Owner> other = Owner.parse(text);
      Duration age = Duration.between(there.get().modified(), now(remote, self));
      boolean waitsForRest = other.isEmpty() && age.compareTo(HALF_WRITTEN_FOR) <= 0;
      boolean isDead =
          other.map(Owner::isDeadHere).orElse(!waitsForRest) || age.compareTo(DEAD_AFTER) > 0;
      if (isDead) {
        takeAway(remote, self, text);
      } else if (waitsForRest || Instant.now().isBefore(end)) {
        pause();
      } else {
        throw new PublishException(
            remote.name()
                + ": "
                + other.map(o -> o.person() + " on " + o.host()).orElse("someone")
                + " is publishing here (lock renewed "
                + Math.max(0, age.toSeconds())
                + " s ago); wait until that ends, or use --wait SECONDS");
      }
    }
  }

  /**
   * Puts the lock there, if there is none. It is written aside and linked, so that it is never seen
   * without its owner; where the target has no links it can be, if its writer dies just then.
   *
   * @throws IOException where the target refuses it, and no other lock is the reason
   */
  private static boolean claims(RemoteFolder remote, Owner self) throws IOException {
    if (remote.stat(FILE).isPresent()) {
      return false;
    }
    String aside = FILE + "-" + self.token();
    remote.delete(aside);
    remote.write(aside, () -> new ByteArrayInputStream(self.bytes()));
    try {
      if (!remote.link(aside, FILE)) {
        remote.write(FILE, () -> new ByteArrayInputStream(self.bytes()));
      }
      return true;
    } catch (IOException e) {
      if (remote.stat(FILE).isEmpty()) {
        throw e;
      }
      return false;
    } finally {
      remote.delete(aside);
    }
  }

  /** Deletes what publishes left that were killed while they looked at the lock, if it can. */
  private static void sweep(RemoteFolder remote) {
    try {
      Optional<Instant> now = remote.stat(FILE).map(RemoteFolder.Entry::modified);
      for (RemoteFolder.Entry entry : remote.list("")) {
        boolean isAside =
            entry.name().startsWith(FILE + "-") || entry.name().startsWith(CLOCK + "-");
        if (isAside && now.filter(entry.modified().plus(DEAD_AFTER)::isBefore).isPresent()) {
          remote.delete(entry.name());
        }
      }
    } catch (IOException theNextPublishDoes) {
      return;
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
    String clock = CLOCK + "-" + self.token();
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
