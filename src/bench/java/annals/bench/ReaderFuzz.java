package annals.bench;

import annals.ingest.CleaningRules;
import annals.ingest.ImportResult;
import annals.ingest.ImportSettings;
import annals.ingest.Importer;
import annals.ingest.SourceHints;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Imports damaged files of every format and says what came of them: how many were read, how many
 * refused in one line, the slowest. Fails at a crash, a file that takes over ten seconds, or a file
 * written outside the target. Run it with {@code -Xmx1g}.
 */
public final class ReaderFuzz {
  /** Of processor time, for the machine may be busy with other things. */
  private static final long LONGEST = 10_000_000_000L;

  private static final com.sun.management.OperatingSystemMXBean PROCESS =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private ReaderFuzz() {}

  /** Arguments: a folder of sound files, how many damaged ones of each, the seed. */
  public static void main(String[] arguments) throws IOException {
    Path samples = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    List<Path> files;
    try (Stream<Path> listed = Files.list(samples)) {
      files = listed.filter(f -> !f.toString().endsWith(".md")).sorted().toList();
    }
    boolean sound = true;
    for (Path file : files) {
      sound &= fuzz(file, count, new Random(seed + file.getFileName().toString().hashCode()));
    }
    System.out.println(sound ? "sound" : "NOT SOUND");
    System.exit(sound ? 0 : 1);
  }

  private static boolean fuzz(Path sample, int count, Random random) throws IOException {
    byte[] whole = Files.readAllBytes(sample);
    String name = sample.getFileName().toString();
    Path room = Files.createTempDirectory("annals-fuzz");
    Path source = Files.createDirectory(room.resolve("source")).resolve(name);
    Path target = room.resolve("target");
    Map<String, Integer> outcomes = new TreeMap<>();
    long slowest = 0;
    boolean sound = true;
    for (int i = 0; i < count; i++) {
      byte[] damaged = damaged(whole, random);
      Files.write(source, damaged);
      long begun = PROCESS.getProcessCpuTime();
      String outcome;
      try {
        outcome = imported(source, target, room);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        outcome = "CRASH " + e.getClass().getSimpleName();
        Path kept = Path.of("fuzz-crash-" + i + "-" + name);
        Files.write(kept, damaged);
        e.printStackTrace();
        sound = false;
      }
      long taken = PROCESS.getProcessCpuTime() - begun;
      slowest = Math.max(slowest, taken);
      if (taken > LONGEST) {
        outcome = "SLOW";
        sound = false;
      }
      outcomes.merge(outcome, 1, Integer::sum);
    }
    List<String> outside;
    try (Stream<Path> all = Files.walk(room)) {
      outside =
          all.filter(Files::isRegularFile)
              .filter(f -> !f.startsWith(target) && !f.equals(source))
              .map(Path::toString)
              .toList();
    }
    long memory = Runtime.getRuntime().totalMemory() >> 20;
    System.out.printf(
        "%-22s %s, slowest %d ms, heap %d MiB%n", name, outcomes, slowest / 1_000_000, memory);
    if (!outside.isEmpty()) {
      System.out.println("OUTSIDE THE TARGET: " + outside);
    }
    delete(room);
    return sound && outside.isEmpty();
  }

  private static String imported(Path source, Path target, Path room) {
    ImportSettings settings =
        new ImportSettings(room, target, CleaningRules.builtIn(), SourceHints.NONE, false, true, false);
    ImportResult result = new Importer(settings).importAll(List.of(source));
    ImportResult.Document document = result.documents().getFirst();
    return document.status() == ImportResult.Status.REFUSED
        ? result.diagnostics().stream()
            .filter(d -> d.severity() == annals.diagnostic.Severity.ERROR)
            .map(annals.diagnostic.Diagnostic::code)
            .findFirst()
            .orElse("refused")
        : "read";
  }

  private static byte[] damaged(byte[] whole, Random random) throws IOException {
    boolean zip = whole.length > 4 && whole[0] == 'P' && whole[1] == 'K';
    return switch (random.nextInt(zip ? 7 : 5)) {
      case 0 -> flipped(whole, 1 + random.nextInt(40), random);
      case 1 -> Arrays.copyOf(whole, random.nextInt(whole.length));
      case 2 -> moved(whole, random);
      case 3 -> flipped(moved(whole, random), 1 + random.nextInt(400), random);
      case 4 -> doubled(whole, random);
      default -> insideZip(whole, random);
    };
  }

  private static byte[] flipped(byte[] whole, int places, Random random) {
    byte[] flipped = whole.clone();
    for (int i = 0; i < places && flipped.length > 0; i++) {
      flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
    }
    return flipped;
  }

  /** A piece of the file written over another. */
  private static byte[] moved(byte[] whole, Random random) {
    byte[] moved = whole.clone();
    int length = Math.min(whole.length, 1 + random.nextInt(2000));
    int from = random.nextInt(whole.length - length + 1);
    int to = random.nextInt(whole.length - length + 1);
    System.arraycopy(whole, from, moved, to, length);
    return moved;
  }

  private static byte[] doubled(byte[] whole, Random random) {
    int at = random.nextInt(whole.length + 1);
    int from = random.nextInt(whole.length + 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(whole, 0, at);
    out.write(whole, from, whole.length - from);
    return out.toByteArray();
  }

  /** The parts of a package damaged one by one and packed again, so that the package itself is whole. */
  private static byte[] insideZip(byte[] whole, Random random) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] part = in.readAllBytes();
        boolean hit = random.nextInt(3) == 0 && part.length > 0;
        String name = hit && random.nextInt(12) == 0 ? "../../" + entry.getName() : entry.getName();
        put(zip, name, hit ? text(part, random) : part);
      }
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] part) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    if (name.equals("mimetype")) {
      CRC32 crc = new CRC32();
      crc.update(part);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(part.length);
      entry.setCrc(crc.getValue());
    }
    zip.putNextEntry(entry);
    zip.write(part);
    zip.closeEntry();
  }

  /** XML with pieces cut out, doubled, nested deeply, or with numbers made huge. */
  private static byte[] text(byte[] part, Random random) {
    String text = new String(part, StandardCharsets.UTF_8);
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(600));
    String changed =
        switch (random.nextInt(5)) {
          case 0 -> text.substring(0, from) + text.substring(to);
          case 1 -> text.substring(0, to) + text.substring(from);
          case 2 -> text.replaceAll("\"[0-9]+\"", "\"" + Integer.MAX_VALUE + "\"");
          case 3 -> text.substring(0, from) + "<w:p><w:tbl>".repeat(3000) + text.substring(from);
          default -> text.substring(0, from) + "&#0;&x;]]><!--" + text.substring(from);
        };
    Charset charset = random.nextInt(8) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    return changed.getBytes(charset);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
