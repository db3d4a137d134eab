package annals.cli;

import annals.build.PublishTarget;
import annals.build.SiteConfig;
import annals.publish.Access;
import annals.publish.Publisher;
import annals.publish.Target;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands that go to a target have: which one, and how it is reached. */
final class TargetArgument {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--accept-host-key",
      paramLabel = "FINGERPRINT",
      description = "trust a server's new key, SHA256:…, and write it into known_hosts")
  private String hostKey;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "wait so long for another publish to end (default: 0)")
  private int wait;

  Duration patience() {
    return Duration.ofSeconds(wait);
  }

  /** Connects to the named target; the only one there is if none is named. */
  Publisher open(SiteConfig config, Optional<String> name) throws IOException {
    return Publisher.open(
        target(chosen(config.targets(), name)),
        new Access(Optional.ofNullable(hostKey), TargetArgument::secret));
  }

  private PublishTarget chosen(List<PublishTarget> targets, Optional<String> name) {
    String names = targets.stream().map(PublishTarget::name).collect(Collectors.joining(", "));
    if (targets.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "annals.yaml names no target; write publish: targets: …");
    }
    if (name.isEmpty() && targets.size() > 1) {
      throw new ParameterException(command.commandLine(), "which target: " + names + "?");
    }
    return targets.stream()
        .filter(target -> name.isEmpty() || target.name().equals(name.get()))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    command.commandLine(), "no target " + name.get() + "; there is " + names));
  }

  private static Target target(PublishTarget target) {
    Target.Place place =
        target
            .server()
            .<Target.Place>map(
                server ->
                    new Target.Server(
                        server.host(),
                        server.port(),
                        server.user(),
                        target.path(),
                        server.identity(),
                        server.knownHosts()))
            .orElseGet(() -> new Target.Folder(Path.of(target.path())));
    return new Target(
        target.name(),
        place,
        target.plain() ? Target.Layout.PLAIN : Target.Layout.RELEASES,
        target.keep(),
        target.fileMode(),
        target.folderMode(),
        target.compress());
  }

  /** From the environment, else from the terminal; never from a file. */
  private static Optional<String> secret(String question) {
    String given = System.getenv("ANNALS_PASSWORD");
    if (given != null) {
      return Optional.of(given);
    }
    Console console = System.console();
    if (console == null || !Boolean.getBoolean("annals.terminal")) {
      return Optional.empty();
    }
    char[] typed = console.readPassword("%s: ", question);
    return Optional.ofNullable(typed).map(String::new);
  }
}
