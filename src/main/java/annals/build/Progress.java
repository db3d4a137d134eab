package annals.build;

/** Told how far a build is. Called from several threads. */
public interface Progress {
  /** Shows nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void begin(String stage, int total) {}

        @Override
        public void step(int done) {}

        @Override
        public void end() {}
      };

  /**
   * A stage begins.
   *
   * @param total how many steps it has; 0 if that is not known
   */
  void begin(String stage, int total);

  /** So many more steps are done. */
  void step(int done);

  /** So many more sentences were read by the language model, which takes long beside a step. */
  default void aside(int sentences) {}

  /** The stage is through. */
  void end();
}
