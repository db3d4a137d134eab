package annals.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeaningFolderTest {
  private static final float[] SUMS = {0.1f, -31.25f, 0, -0f, Float.MIN_VALUE, 7e9f};

  @TempDir Path folder;

  private MeaningFolder open() {
    return MeaningFolder.in(folder.resolve(".annals"));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void whatIsKeptComesBackBitByBitInAnotherBuild() {
    open().keep("ab12", SUMS);
    assertArrayEquals(bits(SUMS), bits(open().recall("ab12", SUMS.length).orElseThrow()));
    assertTrue(open().recall("ab13", SUMS.length).isEmpty());
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }

  @Test
  void whatIsKeptLaterStandsInThePlaceOfTheEarlier() throws IOException {
    open().keep("ab12", SUMS);
    open().keep("ab12", new float[] {1, 2});
    assertArrayEquals(new float[] {1, 2}, open().recall("ab12", 2).orElseThrow());
    assertEquals(1, files().size());
  }

  @Test
  void nothingIsMadeBeforeThereIsSomethingToKeep() throws IOException {
    assertTrue(open().recall("ab12", 3).isEmpty());
    open().forgetOthers();
    assertFalse(Files.exists(folder.resolve(".annals")));
  }

  @Test
  void whatIsDamagedOrOfAnotherSizeIsNotThere() throws IOException {
    open().keep("ab12", SUMS);
    assertTrue(open().recall("ab12", SUMS.length - 1).isEmpty());
    Path file = files().getFirst();
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 4;
      Files.write(file, damaged);
      assertTrue(open().recall("ab12", SUMS.length).isEmpty(), "byte " + at);
      Files.write(file, Arrays.copyOf(whole, at));
      assertTrue(open().recall("ab12", SUMS.length).isEmpty(), "cut at " + at);
    }
  }

  @Test
  void whatABuildDidNotNeedIsForgottenAndWhatItNeededStays() throws IOException {
    MeaningFolder earlier = open();
    earlier.keep("aa", SUMS);
    earlier.keep("bb", SUMS);
    MeaningFolder build = open();
    build.recall("aa", SUMS.length);
    build.keep("cc", SUMS);
    build.forgetOthers();
    assertEquals(
        List.of("aa", "cc"), files().stream().map(file -> file.getFileName().toString()).toList());
  }

  @Test
  void whatAKilledBuildLeftIsClearedAwayAndWhatAnotherIsWritingIsNot() throws IOException {
    open().keep("aa", SUMS);
    Path kept = files().getFirst();
    Path abandoned = Files.createFile(kept.resolveSibling("bb1.part"));
    Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Path written = Files.createFile(kept.resolveSibling("bb2.part"));
    MeaningFolder build = open();
    build.recall("aa", SUMS.length);
    build.forgetOthers();
    assertEquals(List.of(kept, written), files());
  }

  @Test
  void whatCannotBeForgottenStaysAndNobodyIsStopped() throws IOException {
    MeaningFolder build = open();
    build.keep("aa", SUMS);
    Path own = files().getFirst().getParent();
    Path odd = Files.createDirectories(own.resolve("a folder/with something in it"));
    build.forgetOthers();
    assertTrue(Files.exists(odd));
    assertTrue(build.recall("aa", SUMS.length).isPresent());
  }
}
