package annals.cli;

import annals.diagnostic.Diagnostics;
import annals.publish.Publisher;
import annals.publish.Release;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code annals releases [TARGET]}. */
@Command(name = "releases", description = "Lists the releases at a target, the oldest first.")
final class ReleasesCommand implements Callable<Integer> {
  @Mixin private SourceOption source;
  @Mixin private TargetArgument access;

  @Parameters(arity = "0..1", paramLabel = "TARGET", description = "default: the only one")
  private String target;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = source.commandLine().getOut();
    try (Publisher publisher =
        access.open(source.config(new Diagnostics()), Optional.ofNullable(target))) {
      for (Release release : publisher.releases()) {
        out.println(release.id() + (release.current() ? "  current" : ""));
      }
    }
    return Main.DONE;
  }
}
