package annals.cli;

import annals.build.SiteConfig;
import annals.publish.Publisher;
import annals.publish.Release;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
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
    Optional<SiteConfig> config = source.validConfig();
    if (config.isEmpty()) {
      return Main.ERRORS;
    }
    PrintWriter out = source.commandLine().getOut();
    try (Publisher publisher = access.open(config.get(), Optional.ofNullable(target))) {
      List<Release> releases = publisher.releases();
      for (Release release : releases) {
        out.println(release.id() + (release.current() ? "  current" : ""));
      }
      if (releases.isEmpty()) {
        source.commandLine().getErr().println("annals: " + publisher.name() + ": no releases here");
      }
    }
    return Main.DONE;
  }
}
