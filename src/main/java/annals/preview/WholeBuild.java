package annals.preview;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A build of the whole site that goes on beside, and may be given up until it begins to write. */
final class WholeBuild {
  /** None. */
  static final WholeBuild NONE = new WholeBuild();

  private enum State {
    MAKING,
    WRITING,
    GIVEN_UP
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.MAKING);
  private final Thread thread;

  /** What a build does. */
  interface Work {
    /**
     * @param mayWrite to be asked before the first change of the site
     */
    BuildState build(BooleanSupplier mayWrite) throws InterruptedException;
  }

  private WholeBuild() {
    this.thread = Thread.ofPlatform().unstarted(() -> {});
  }

  private WholeBuild(Work work, Consumer<BuildState> done) {
    this.thread =
        Thread.ofPlatform()
            .name("preview-build")
            .daemon()
            .start(
                () -> {
                  try {
                    BuildState built = work.build(this::mayWrite);
                    if (mayWrite()) {
                      done.accept(built);
                    }
                  } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                  }
                });
  }

  /**
   * Starts one when the one before has let go of the site.
   *
   * @param done told of how it ended, unless it was given up
   */
  static WholeBuild startAfter(WholeBuild before, Work work, Consumer<BuildState> done)
      throws InterruptedException {
    before.thread.join();
    return new WholeBuild(work, done);
  }

  private boolean mayWrite() {
    return state.compareAndSet(State.MAKING, State.WRITING) || state.get() == State.WRITING;
  }

  /**
   * Stops it. It changes nothing of the site any more when this returns: it never will if it had
   * not begun to, else this waits until it is through.
   *
   * @return whether it had not been through
   */
  boolean giveUp() throws InterruptedException {
    boolean running = thread.isAlive();
    if (state.compareAndSet(State.MAKING, State.GIVEN_UP)) {
      thread.interrupt();
    } else if (state.get() == State.WRITING) {
      thread.join();
    }
    return running;
  }

  /** Stops it however far it is, and waits until it has let go of the site. */
  void end() {
    state.set(State.GIVEN_UP);
    thread.interrupt();
    boolean interrupted = Thread.interrupted();
    try {
      thread.join();
    } catch (InterruptedException again) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
