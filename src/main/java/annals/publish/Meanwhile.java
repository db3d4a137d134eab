package annals.publish;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work that goes on in a thread of its own until its result is asked for. */
public final class Meanwhile<T> {
  private final FutureTask<T> task;

  private Meanwhile(FutureTask<T> task) {
    this.task = task;
  }

  /** What is done. It may throw, which whoever asks for the result then meets. */
  public interface Work<T> {
    T result() throws IOException;
  }

  /** Begins it. */
  public static <T> Meanwhile<T> begin(Work<T> work) {
    FutureTask<T> task = new FutureTask<>(work::result);
    Thread.ofPlatform().name("meanwhile").daemon().start(task);
    return new Meanwhile<>(task);
  }

  /** Waits for the end of the work; what it threw is thrown here. */
  public T result() throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException failed -> throw failed;
        case RuntimeException failed -> throw failed;
        default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
