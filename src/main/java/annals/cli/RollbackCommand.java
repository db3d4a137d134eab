package annals.cli;

import annals.build.PublishTarget;
import annals.build.SiteConfig;
import annals.publish.Publisher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code annals rollback [TARGET] [RELEASE]}. */
@Command(name = "rollback", description = "Lets readers see an earlier release again.")
final class RollbackCommand implements Callable<Integer> {
  @Mixin private SourceOption source;
  @Mixin private TargetArgument access;

  @Parameters(
      arity = "0..2",
      paramLabel = "TARGET RELEASE",
      description = "default: the only target, and the release before the current one")
  private List<String> names = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    Optional<SiteConfig> valid = source.validConfig();
    if (valid.isEmpty()) {
      return Main.ERRORS;
    }
    SiteConfig config = valid.get();
    List<String> left = new ArrayList<>(names);
    Optional<String> target =
        left.stream()
            .limit(1)
            .filter(n -> config.targets().stream().map(PublishTarget::name).anyMatch(n::equals))
            .findFirst();
    target.ifPresent(left::remove);
    if (left.size() > 1) {
      throw new ParameterException(source.commandLine(), "no target " + left.getFirst());
    }
    try (Publisher publisher = access.open(config, target)) {
      String now = publisher.rollback(left.stream().findFirst(), access.patience());
      source.commandLine().getErr().println("annals: readers see release " + now);
    }
    return Main.DONE;
  }
}
