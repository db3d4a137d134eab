package annals.publish;

import java.nio.file.Path;

/** Publishing into a folder of this machine. */
class DirPublishTest extends PublishContract {
  @Override
  Target target(Path path, Target.Layout layout) {
    return new Target("test", new Target.Folder(path), layout, 3, 0644, 0755, false);
  }
}
