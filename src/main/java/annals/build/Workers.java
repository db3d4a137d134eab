package annals.build;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** A fixed number of threads that do the same to each of a list of things. */
final class Workers implements AutoCloseable {
  private final ExecutorService threads;

  Workers(int number) {
    this.threads = Executors.newFixedThreadPool(number);
  }

  /**
   * The results in the order of the inputs, whichever was ready first. The first exception ends the
   * work and is thrown as it is.
   */
  <T, R> List<R> map(List<T> inputs, Function<T, R> work) throws InterruptedException {
    List<Future<R>> futures = new ArrayList<>();
    for (T input : inputs) {
      futures.add(threads.submit(() -> work.apply(input)));
    }
    List<R> results = new ArrayList<>();
    for (Future<R> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        threads.shutdownNow();
        switch (e.getCause()) {
          case RuntimeException exception -> throw exception;
          case Error error -> throw error;
          default -> throw new IllegalStateException(e.getCause());
        }
      }
    }
    return results;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
