package annals.publish;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does the same for many files, several at once; after the first failure no more are begun. */
final class Streams implements AutoCloseable {
  private final int number;
  private final ExecutorService threads;

  Streams(int number) {
    this.number = number;
    this.threads =
        Executors.newFixedThreadPool(
            number, Thread.ofPlatform().name("publish-", 0).daemon().factory());
  }

  /** What is done for each. */
  interface Task<T> {
    void accept(T item) throws IOException;
  }

  <T> void each(Collection<T> items, Task<T> task) throws IOException {
    ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>(items);
    AtomicBoolean failed = new AtomicBoolean();
    Callable<Void> drain =
        () -> {
          for (T item = queue.poll(); item != null && !failed.get(); item = queue.poll()) {
            try {
              task.accept(item);
            } catch (IOException | RuntimeException e) {
              failed.set(true);
              throw e;
            }
          }
          return null;
        };
    List<Future<Void>> running = new ArrayList<>();
    for (int i = 0; i < Math.min(number, items.size()); i++) {
      running.add(threads.submit(drain));
    }
    Throwable first = null;
    for (Future<Void> one : running) {
      try {
        one.get();
      } catch (ExecutionException e) {
        first = first == null ? e.getCause() : first;
      } catch (InterruptedException e) {
        failed.set(true);
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
    }
    switch (first) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      default -> throw new IllegalStateException(first);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
