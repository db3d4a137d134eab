package annals.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command run to its end and what the operating system counted.
 *
 * @param seconds by the clock on the wall
 * @param processorSeconds of all threads, user and system
 * @param peakBytes the most memory that was resident at once
 * @param lastLine the last line that it printed
 */
record MeasuredRun(double seconds, double processorSeconds, long peakBytes, String lastLine) {
  private static final Path TIME = Path.of("/usr/bin/time");

  /**
   * @throws IOException also where the command fails; the message holds what it printed
   */
  static MeasuredRun of(List<String> command) throws IOException, InterruptedException {
    if (!Files.isExecutable(TIME)) {
      throw new IOException("needs GNU time at " + TIME);
    }
    Path counted = Files.createTempFile("measured", ".txt");
    Path printed = Files.createTempFile("printed", ".txt");
    try {
      List<String> timed =
          new ArrayList<>(List.of(TIME.toString(), "-f", "%e %U %S %M", "-o", counted.toString()));
      timed.addAll(command);
      int code =
          new ProcessBuilder(timed)
              .redirectErrorStream(true)
              .redirectOutput(printed.toFile())
              .start()
              .waitFor();
      String output = Files.readString(printed).strip();
      if (code != 0) {
        throw new IOException(String.join(" ", command) + " ended with " + code + "\n" + output);
      }
      String[] numbers = Files.readString(counted).strip().split(" ");
      return new MeasuredRun(
          Double.parseDouble(numbers[0]),
          Double.parseDouble(numbers[1]) + Double.parseDouble(numbers[2]),
          Long.parseLong(numbers[3]) * 1024,
          output.substring(output.lastIndexOf('\n') + 1));
    } finally {
      Files.delete(counted);
      Files.delete(printed);
    }
  }
}
