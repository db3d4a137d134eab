package annals.preview;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A build of the whole site that goes on beside, and may be given up. */
final class WholeBuild {
  /** None. */
  static final WholeBuild NONE = new WholeBuild(Thread.ofPlatform().unstarted(() -> {}));

  private final Thread thread;
  private volatile boolean givenUp;

  private WholeBuild(Thread thread) {
    this.thread = thread;
  }

  /**
   * Starts one.
   *
   * @param done told of how it ended, unless it was given up
   */
  static WholeBuild start(Callable<BuildState> build, Consumer<BuildState> done) {
    WholeBuild[] self = new WholeBuild[1];
    Thread thread =
        Thread.ofPlatform()
            .name("preview-build")
            .daemon()
            .unstarted(
                () -> {
                  try {
                    BuildState state = build.call();
                    if (!self[0].givenUp) {
                      done.accept(state);
                    }
                  } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                });
    self[0] = new WholeBuild(thread);
    thread.start();
    return self[0];
  }

  /**
   * Stops it and waits until it has let go of the site.
   *
   * @return whether it had not been through
   */
  boolean giveUp() throws InterruptedException {
    boolean running = thread.isAlive();
    giveUpAtOnce();
    thread.join();
    return running;
  }

  /** Stops it without waiting. */
  void giveUpAtOnce() {
    givenUp = true;
    thread.interrupt();
  }
}
