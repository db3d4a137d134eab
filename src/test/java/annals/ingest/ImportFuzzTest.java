package annals.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.reader.UnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Damaged documents never crash import or make it hang, and no character of them is lost without a
 * word; what can no longer be made out is refused. Each case runs on a small stack, so that
 * recursion over the input shows.
 */
class ImportFuzzTest {
  private static final int CASES = 1000;
  private static final int SMALL_STACK = 256 * 1024;
  private static final int HUGE = 10_000_000;
  private static final int LARGE = 2_000_000;

  /** Of processor time, for the machine may be busy with other things. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final Duration HANGS = Duration.ofSeconds(60);
  private static final ReportReader READER = new ReportReader(CleaningRules.builtIn());
  private static final String[] NONSENSE = {
    "一、",
    "（一）",
    "1.",
    "（1）",
    "二、三产业",
    "九十九、",
    "（（一））",
    "1.1.1.",
    "一是",
    "附件1",
    "名词解释",
    "《",
    "》",
    "“",
    "##paidbegin##",
    "##paidend##",
    "—",
    "　",
    "\t",
    "\f",
    "\u2028",
    "\u0085",
    "\u200b",
    "\0",
    "\ufffd",
    "2023年",
    "责任编辑：",
    "* ",
    "---",
    "{year=2024}",
    "<div>",
    "&amp;",
    "\\",
    "[a](b)",
    "xx",
    "D建",
    "。",
    "； "
  };

  @Test
  void mutatedSeedsAreReadAndAddUp() throws Exception {
    List<byte[]> seeds = seeds();
    Random random = new Random(42);
    for (int i = 0; i < CASES; i++) {
      byte[] source = seeds.get(random.nextInt(seeds.size()));
      for (int j = 0; j <= random.nextInt(3); j++) {
        source = mutated(source, random);
      }
      check("case " + i, source);
    }
  }

  @Test
  void hugeLinesAreReadAndAddUp() throws Exception {
    check("no space", repeated("统筹推进各项工作，", HUGE));
    check("sentences", repeated("一、各项工作有序推进。 （一）取得成效。", 2 * LARGE));
    check("brackets", repeated("《（“", LARGE));
    check("invisible", repeated("工\0\u200b", LARGE));
  }

  @Test
  void largeFilesOfBrokenLinesAreReadAndAddUp() throws Exception {
    check("fragments", repeated("推进《\n条例\n》实施，\n的\n", LARGE));
    check("numbers", repeated("一、工作\n（一）做法\n1.措施\n", LARGE));
  }

  private static byte[] repeated(String piece, int length) {
    int size = piece.getBytes(StandardCharsets.UTF_8).length;
    return piece.repeat(length / size).getBytes(StandardCharsets.UTF_8);
  }

  private static void check(String name, byte[] source) throws InterruptedException {
    if (source.length == 0) {
      return;
    }
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<ReadReport> read = new AtomicReference<>();
    AtomicLong processorTime = new AtomicLong();
    Runnable reading =
        () -> {
          try {
            read.set(READER.read("fuzz.txt", source, "fuzz.txt", SourceHints.NONE));
          } catch (UnreadableException refused) {
            assertEquals("text-undecodable", refused.code());
          }
          processorTime.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        };
    Thread thread = new Thread(null, reading, name, SMALL_STACK);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
    thread.start();
    thread.join(HANGS.toMillis());
    assertTrue(!thread.isAlive(), () -> name + " hangs" + at(thread.getStackTrace()));
    assertNull(thrown.get(), () -> name + ": " + thrown.get() + at(thrown.get().getStackTrace()));
    assertTrue(
        processorTime.get() < LONGEST.toNanos(),
        () -> name + " takes " + Duration.ofNanos(processorTime.get()));
    if (read.get() != null) {
      Accounts.assertAddUp(source, read.get());
    }
  }

  private static String at(StackTraceElement[] trace) {
    return "\n" + String.join("\n", Stream.of(trace).limit(30).map(Object::toString).toList());
  }

  private static byte[] mutated(byte[] source, Random random) {
    List<Supplier<byte[]>> mutations =
        List.of(
            () -> bytesFlipped(source, random),
            () -> linesChanged(source, random),
            () -> cut(source, random),
            () -> nonsense(source, random),
            () -> joined(source, random),
            () -> otherLineEnds(source, random),
            () -> mixedEncodings(source, random),
            () -> marked(source, random));
    return mutations.get(random.nextInt(mutations.size())).get();
  }

  private static byte[] bytesFlipped(byte[] source, Random random) {
    byte[] flipped = source.clone();
    for (int i = 0; i < 1 + random.nextInt(40) && flipped.length > 0; i++) {
      flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
    }
    return flipped;
  }

  private static byte[] linesChanged(byte[] source, Random random) {
    List<String> lines = new ArrayList<>(text(source).lines().toList());
    for (int i = 0; i < 1 + random.nextInt(6) && lines.size() > 1; i++) {
      int at = random.nextInt(lines.size());
      switch (random.nextInt(4)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
        case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
        default -> {
          String line = lines.get(at);
          int half = line.isEmpty() ? 0 : random.nextInt(line.length());
          lines.set(at, line.substring(0, half) + "\n" + line.substring(half));
        }
      }
    }
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] cut(byte[] source, Random random) {
    int from = random.nextInt(source.length + 1);
    int to = from + random.nextInt(source.length - from + 1);
    return Arrays.copyOfRange(source, random.nextBoolean() ? 0 : from, to);
  }

  private static byte[] nonsense(byte[] source, Random random) {
    StringBuilder text = new StringBuilder(text(source));
    for (int i = 0; i < 1 + random.nextInt(60); i++) {
      String piece = NONSENSE[random.nextInt(NONSENSE.length)];
      int at = random.nextInt(text.length() + 1);
      text.insert(at, random.nextInt(3) == 0 ? "\n" + piece : piece);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] source, Random random) {
    String glue = new String[] {"", " ", "　　", "\t"}[random.nextInt(4)];
    return text(source).replace("\n", glue).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] otherLineEnds(byte[] source, Random random) {
    String[] ends = {"\r\n", "\r", "\n\r", "\f", "\u2028", "\u000b\n"};
    StringBuilder text = new StringBuilder();
    text(source).lines().forEach(l -> text.append(l).append(ends[random.nextInt(ends.length)]));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] mixedEncodings(byte[] source, Random random) {
    List<Charset> charsets =
        List.of(
            Charset.forName("GB18030"),
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);
    String text = text(source);
    if (random.nextBoolean()) {
      return text.getBytes(charsets.get(random.nextInt(charsets.size())));
    }
    int half = random.nextInt(text.length() + 1);
    ByteArrayOutputStream mixed = new ByteArrayOutputStream();
    mixed.writeBytes(text.substring(0, half).getBytes(charsets.get(random.nextInt(4))));
    mixed.writeBytes(text.substring(half).getBytes(charsets.get(random.nextInt(4))));
    return mixed.toByteArray();
  }

  private static byte[] marked(byte[] source, Random random) {
    byte[][] marks = {
      {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
      {(byte) 0xff, (byte) 0xfe},
      {(byte) 0xfe, (byte) 0xff}
    };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(marks[random.nextInt(marks.length)]);
    out.writeBytes(source);
    return out.toByteArray();
  }

  private static String text(byte[] source) {
    return annals.text.Decoding.decode(source).text();
  }

  private static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        seeds.add(Files.readAllBytes(file));
      }
    }
    return seeds;
  }
}
