package annals.cli;

import annals.build.Progress;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A progress bar on standard error where that is a terminal (the launcher says so), else nothing.
 */
final class ConsoleProgress implements Progress, AutoCloseable {
  private static final int UPDATE_MILLIS = 200;

  private final boolean shown;
  private final AtomicInteger read = new AtomicInteger();
  private volatile ProgressBar bar;

  ConsoleProgress(boolean quiet) {
    this.shown = !quiet && Boolean.getBoolean("annals.terminal");
  }

  @Override
  public void begin(String stage, int total) {
    if (shown) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(stage)
              .setInitialMax(total)
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .setStyle(ProgressBarStyle.ASCII)
              .clearDisplayOnFinish()
              .build();
    }
  }

  @Override
  public void step(int done) {
    ProgressBar current = bar;
    if (current != null) {
      current.stepBy(done);
    }
  }

  @Override
  public void aside(int sentences) {
    ProgressBar current = bar;
    int all = read.addAndGet(sentences);
    if (current != null) {
      current.setExtraMessage(" " + all + " sentences read");
    }
  }

  @Override
  public void end() {
    ProgressBar current = bar;
    bar = null;
    if (current != null) {
      current.close();
    }
  }

  @Override
  public void close() {
    end();
  }
}
