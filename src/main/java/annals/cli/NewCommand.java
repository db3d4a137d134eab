package annals.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code annals new DIR}. */
@Command(
    name = "new",
    description = "Makes a small working archive: two units, three years, ready to build.")
final class NewCommand implements Callable<Integer> {
  private static final String SKELETON = "/annals/skeleton/";

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "DIR", description = "a folder that does not exist yet or is empty")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(folder) && !isEmptyFolder(folder)) {
      throw new ParameterException(
          command.commandLine(), folder + " exists and is not empty; nothing was written");
    }
    List<String> files = new String(read("files.txt"), StandardCharsets.UTF_8).lines().toList();
    for (String file : files) {
      Path target = folder.resolve(file);
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.write(target, read(file));
    }
    command
        .commandLine()
        .getOut()
        .println(
            folder
                + ": "
                + files.size()
                + " files; annals build --source "
                + folder
                + " makes the site in "
                + folder.resolve("site"));
    return Main.DONE;
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream in = NewCommand.class.getResourceAsStream(SKELETON + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    }
  }
}
