package annals.cli;

import annals.publish.PublishProgress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and time left on standard error where that is a terminal, else nothing. */
final class PublishConsole implements PublishProgress, AutoCloseable {
  private static final int UPDATE_MILLIS = 200;
  private static final int KILOBYTE = 1000;

  private final boolean shown;
  private volatile ProgressBar bar;

  PublishConsole(boolean quiet) {
    this.shown = !quiet && Boolean.getBoolean("annals.terminal");
  }

  @Override
  public void begin(String stage, long bytes) {
    if (shown) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(stage)
              .setInitialMax(bytes)
              .setUnit(" kB", KILOBYTE)
              .showSpeed()
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .setStyle(ProgressBarStyle.ASCII)
              .clearDisplayOnFinish()
              .build();
    }
  }

  @Override
  public void step(long bytes) {
    ProgressBar current = bar;
    if (current != null) {
      current.stepBy(bytes);
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
