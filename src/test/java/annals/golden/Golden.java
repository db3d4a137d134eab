package annals.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds results against files under {@code src/test/resources}. {@code mvn test
 * -Dgolden.update=true} writes what the tests get into them; read the difference before committing
 * it.
 */
public final class Golden {
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  private Golden() {}

  /** The folder of expectations and inputs with this name. */
  public static Path folder(String name) {
    return RESOURCES.resolve(name);
  }

  /** Compares with the file, or writes it when the update switch is on. */
  public static void assertMatches(Path file, String actual) {
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
        return;
      }
      assertTrue(Files.exists(file), () -> file + " is missing; -Dgolden.update=true writes it");
      assertEquals(Files.readString(file), actual, file::toString);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
