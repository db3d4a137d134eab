package annals.build;

import annals.markdown.YamlFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place where the site is published, as {@code annals.yaml} has it:
 *
 * <pre>
 * publish:
 *   targets:
 *     intranet:
 *       kind: sftp
 *       host: web.example.invalid
 *       path: /srv/www/annals
 * </pre>
 *
 * @param path where, at the target
 * @param server absent for a folder of this machine
 * @param plain whether the site is changed in place, without releases
 * @param keep how many releases stay
 * @param fileMode POSIX permission bits
 * @param folderMode POSIX permission bits
 * @param compress whether a compressed form lies beside each text file
 */
public record PublishTarget(
    String name,
    String path,
    Optional<Server> server,
    boolean plain,
    int keep,
    int fileMode,
    int folderMode,
    boolean compress) {
  private static final Set<String> FOLDER_KEYS =
      Set.of("kind", "path", "layout", "keep", "file-mode", "folder-mode", "compress");
  private static final Set<String> SERVER_KEYS =
      Set.of(
          "kind",
          "path",
          "layout",
          "keep",
          "file-mode",
          "folder-mode",
          "compress",
          "host",
          "port",
          "user",
          "identity",
          "known-hosts");

  /** Keys that people write where a password has no place. */
  private static final Set<String> SECRETS =
      Set.of("password", "passwd", "pass", "passphrase", "secret", "token");

  private static final int KEEP = 5;
  private static final int OCTAL = 8;
  private static final int SSH_PORT = 22;
  private static final int LAST_PORT = 65535;

  /**
   * A server reached by SFTP.
   *
   * @param identity a private key
   * @param knownHosts the file with the keys of known hosts
   */
  public record Server(
      String host, int port, String user, Optional<Path> identity, Path knownHosts) {}

  /** Reads the key {@code publish}; what cannot be read is an error and left out. */
  static List<PublishTarget> readAll(YamlFields fields, Path root) {
    List<PublishTarget> targets = new ArrayList<>();
    fields
        .fields("publish")
        .ifPresent(
            publish -> {
              refuseSecrets(publish);
              publish.expectOnly(Set.of("targets"));
              publish
                  .fields("targets")
                  .ifPresent(
                      all -> {
                        for (String name : all.keys()) {
                          all.fields(name)
                              .flatMap(target -> read(name, target, root))
                              .ifPresent(targets::add);
                        }
                      });
            });
    return List.copyOf(targets);
  }

  private static Optional<PublishTarget> read(String name, YamlFields fields, Path root) {
    refuseSecrets(fields);
    Optional<String> kind = required(fields, "kind", "dir|sftp", "dir or sftp");
    boolean isServer = kind.filter("sftp"::equals).isPresent();
    fields.expectOnly(isServer ? SERVER_KEYS : FOLDER_KEYS);
    Optional<String> path =
        required(fields, "path", "(?!.*(^|/)\\.\\.(/|$)).+", "a folder without .. in its path");
    Optional<String> host =
        isServer ? required(fields, "host", "[\\w.:-]+", "a host name") : Optional.of("");
    Optional<String> layout = fields.text("layout", "releases|plain", "releases or plain");
    int keep = number(fields, "keep", KEEP, Integer.MAX_VALUE);
    int port = isServer ? number(fields, "port", SSH_PORT, LAST_PORT) : 0;
    int fileMode = mode(fields, "file-mode", "644");
    int folderMode = mode(fields, "folder-mode", "755");
    if (kind.isEmpty() || path.isEmpty() || host.isEmpty()) {
      return Optional.empty();
    }
    Optional<Server> server =
        isServer
            ? Optional.of(
                new Server(
                    host.get(),
                    port,
                    fields.text("user").orElse(System.getProperty("user.name")),
                    fields.text("identity").map(file -> inHome(file, root)),
                    inHome(fields.text("known-hosts").orElse("~/.ssh/known_hosts"), root)))
            : Optional.empty();
    return Optional.of(
        new PublishTarget(
            name,
            isServer ? path.get() : inHome(path.get(), root).toString(),
            server,
            layout.filter("plain"::equals).isPresent(),
            keep,
            fileMode,
            folderMode,
            fields.flag("compress")));
  }

  private static Optional<String> required(
      YamlFields fields, String key, String pattern, String expected) {
    Optional<String> text = fields.text(key);
    if (text.isEmpty()) {
      fields.wrong(key, expected);
    }
    return fields.text(key, pattern, expected);
  }

  private static int number(YamlFields fields, String key, int otherwise, int last) {
    String expected = "a number from 1 on";
    int number = fields.integer(key, expected).orElse(otherwise);
    if (number < 1 || number > last) {
      fields.wrong(key, expected);
      return otherwise;
    }
    return number;
  }

  private static int mode(YamlFields fields, String key, String otherwise) {
    String mode =
        fields.text(key, "[0-7]{3}", "three digits such as " + otherwise).orElse(otherwise);
    return Integer.parseInt(mode, OCTAL);
  }

  private static Path inHome(String path, Path root) {
    return path.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), path.substring(2))
        : root.resolve(path);
  }

  private static void refuseSecrets(YamlFields fields) {
    for (String key : fields.keys()) {
      if (SECRETS.contains(key)) {
        fields.error(
            key,
            "secret-in-yaml",
            key + " must not stand in a file that is shared",
            "take it out and change it; use a key, the agent, the terminal, or ANNALS_PASSWORD");
      }
    }
  }
}
