package annals.ingest;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Gives what files hold, in their order, while threads read a few files ahead. What is read and not
 * yet taken stays small, however many files there are. For one taker.
 */
final class ReadAhead<T> implements AutoCloseable {
  private static final int AHEAD = 3;

  private final Iterator<Path> files;
  private final Function<Path, T> read;
  private final int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
  private final ExecutorService pool =
      Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("read").factory());
  private final Deque<Future<T>> begun = new ArrayDeque<>();

  ReadAhead(List<Path> files, Function<Path, T> read) {
    this.files = files.iterator();
    this.read = read;
  }

  /** What the next file holds; an unchecked exception of the reading is thrown here. */
  T next() {
    while (begun.size() < threads * AHEAD && files.hasNext()) {
      Path file = files.next();
      begun.add(pool.submit(() -> read.apply(file)));
    }
    try {
      return begun.remove().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException exception
          ? exception
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
