package annals.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.markdown.MarkdownReader;
import annals.report.Block;
import annals.report.Report;
import annals.text.Decoding;
import annals.text.Spaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Holds a source against what became of it: without white space, the source less what its log calls
 * removed and with what it calls replaced put in its place, is the title and body of the Markdown
 * less what the log calls added, in order.
 */
final class Accounts {
  private Accounts() {}

  static void assertAddUp(byte[] source, ReadReport read) {
    String markdown = MarkdownWriter.write(read.asImported());
    Report report = new MarkdownReader().read("r.md", markdown).report();
    StringBuilder body = new StringBuilder();
    for (Block block : report.blocks()) {
      switch (block) {
        case Block.Heading heading -> body.append(heading.prose().text());
        case Block.Paragraph paragraph -> body.append(paragraph.prose().text());
        case Block.Listing list -> throw new AssertionError(list);
        case Block.Quote quote -> throw new AssertionError(quote);
        case Block.Table table -> throw new AssertionError(table);
        case Block.CodeBlock code -> throw new AssertionError(code);
        case Block.Rule rule -> throw new AssertionError(rule);
        case Block.Html html -> throw new AssertionError(html);
      }
    }
    List<ImportLog.Entry> added = read.log().of(ImportLog.Action.ADDED);
    String title = added.isEmpty() ? dense(report.header().title()) : "";
    String kept = dense(keptOf(Decoding.decode(source).text(), read.log()));
    assertTrue(isWithTitle(kept, title, dense(body)), () -> difference(kept, title, dense(body)));
    if (!added.isEmpty()) {
      assertEquals(added.getFirst().text(), report.header().title());
    }
  }

  /**
   * The source with all that was removed blanked out, each removal found where the log says. What
   * stands inside another removal, as a marker in an advert, is the shorter and goes first.
   */
  private static String keptOf(String source, ImportLog log) {
    int[] lines = lineStarts(source);
    char[] kept = source.toCharArray();
    List<ImportLog.Entry> removed = new ArrayList<>(log.of(ImportLog.Action.REMOVED));
    removed.sort(
        Comparator.comparing((ImportLog.Entry entry) -> !isInvisible(entry))
            .thenComparing(entry -> entry.text().length()));
    for (ImportLog.Entry entry : removed) {
      int at = lines[entry.line() - 1] + entry.column() - 1;
      for (char c : entry.text().toCharArray()) {
        while (isInvisible(entry) && kept[at] != c) {
          at++;
        }
        while (isGone(source, kept, at)) {
          at++;
        }
        assertEquals(c, source.charAt(at), () -> "not in the source: " + entry);
        kept[at++] = ' ';
      }
    }
    return withReplacements(source, kept, lines, log.of(ImportLog.Action.REPLACED));
  }

  private static String withReplacements(
      String source, char[] kept, int[] lines, List<ImportLog.Entry> replaced) {
    StringBuilder text = new StringBuilder(new String(kept));
    List<ImportLog.Entry> fromBehind = new ArrayList<>(replaced);
    fromBehind.sort(
        Comparator.comparingInt(
            (ImportLog.Entry entry) -> -(lines[entry.line() - 1] + entry.column())));
    for (ImportLog.Entry entry : fromBehind) {
      String[] sides = entry.text().split("→", -1);
      int at = lines[entry.line() - 1] + entry.column() - 1;
      assertEquals(sides[0], source.substring(at, at + sides[0].length()), entry::toString);
      text.replace(at, at + sides[0].length(), sides[1]);
    }
    return text.toString();
  }

  /** Whether an earlier entry took the character out, as invisible ones inside a marker are. */
  private static boolean isGone(String source, char[] kept, int at) {
    return kept[at] == ' ' && source.charAt(at) != ' ';
  }

  private static boolean isInvisible(ImportLog.Entry entry) {
    return entry.rule().equals("invisible-characters");
  }

  /** The title stands somewhere in what was kept; the rest is the body. */
  private static boolean isWithTitle(String kept, String title, String body) {
    if (kept.length() != title.length() + body.length()) {
      return false;
    }
    for (int at = kept.indexOf(title); at >= 0; at = kept.indexOf(title, at + 1)) {
      if (kept.startsWith(body.substring(0, at)) && kept.endsWith(body.substring(at))) {
        return true;
      }
      if (title.isEmpty()) {
        break;
      }
    }
    return false;
  }

  private static String difference(String kept, String title, String body) {
    String all = title + body;
    int at = 0;
    while (at < Math.min(kept.length(), all.length()) && kept.charAt(at) == all.charAt(at)) {
      at++;
    }
    return "from " + at + " on: source has " + around(kept, at) + ", report has " + around(all, at);
  }

  private static String around(String text, int at) {
    return '"'
        + text.substring(Math.min(at, text.length()), Math.min(at + 40, text.length()))
        + '"';
  }

  private static String dense(CharSequence text) {
    StringBuilder dense = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!Spaces.isSpace(text.charAt(i))) {
        dense.append(text.charAt(i));
      }
    }
    return dense.toString();
  }

  private static int[] lineStarts(String text) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < text.length(); i++) {
      boolean crlf = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (!crlf && (text.charAt(i) == '\n' || text.charAt(i) == '\r')) {
        starts.add(i + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }
}
