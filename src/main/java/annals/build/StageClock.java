package annals.build;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Times the stages of one build and passes them on to its {@link Progress}. */
final class StageClock {
  private final Progress progress;
  private final List<BuildReport.Stage> stages = new ArrayList<>();
  private String current = "";
  private long since;

  StageClock(Progress progress) {
    this.progress = progress;
  }

  /**
   * Ends the stage before and begins another.
   *
   * @param total how many steps it will have; 0 if that is not known
   */
  void begin(String stage, int total) {
    end();
    current = stage;
    since = System.nanoTime();
    progress.begin(stage, total);
  }

  /** One more step of the current stage is done; from any thread. */
  void step() {
    progress.step(1);
  }

  /** More sentences were read by the language model within the current stage; from any thread. */
  void aside(int sentences) {
    progress.aside(sentences);
  }

  List<BuildReport.Stage> finish() {
    end();
    return List.copyOf(stages);
  }

  private void end() {
    if (!current.isEmpty()) {
      stages.add(new BuildReport.Stage(current, Duration.ofNanos(System.nanoTime() - since)));
      progress.end();
      current = "";
    }
  }
}
