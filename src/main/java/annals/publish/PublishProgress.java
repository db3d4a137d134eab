package annals.publish;

/** Told how far publishing is. Called from several threads. */
public interface PublishProgress {
  /** Shows nothing. */
  PublishProgress NONE =
      new PublishProgress() {
        @Override
        public void begin(String stage, long bytes) {}

        @Override
        public void step(long bytes) {}

        @Override
        public void end() {}
      };

  /** A stage begins that moves so many bytes. */
  void begin(String stage, long bytes);

  /** So many more bytes are through. */
  void step(long bytes);

  /** The stage is through. */
  void end();
}
