package annals.ingest;

import annals.report.Block;
import annals.report.Prose;
import annals.report.Report;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes a report as Markdown with front matter. What it writes reads back as the same report, line
 * numbers aside: one paragraph a line, blank lines between blocks, LF line ends. A run-in heading
 * is a heading that ends in 。 and its body is the next paragraph.
 */
public final class MarkdownWriter {
  private static final Pattern PLAIN_SCALAR =
      Pattern.compile(
          "(?=.*\\p{IsHan})[\\p{IsHan}A-Za-z0-9][\\p{IsHan}A-Za-z0-9“”《》（）、·—.+-]*"
              + "|[A-Za-z][A-Za-z0-9.+-]*");
  private static final Pattern YAML_WORD =
      Pattern.compile("(?i)true|false|null|yes|no|on|off|\\.?inf|\\.?nan");

  private final StringBuilder out = new StringBuilder();

  private MarkdownWriter() {}

  /** The whole file of a report. */
  public static String write(Report report) {
    MarkdownWriter writer = new MarkdownWriter();
    writer.frontMatter(report.header());
    String body = blocks(report.blocks());
    return writer.out.append(body.isEmpty() ? "" : "\n").append(body).toString();
  }

  private void frontMatter(Report.Header header) {
    out.append("---\n");
    field("title", header.title());
    header.unit().ifPresent(unit -> field("unit", unit));
    header.year().ifPresent(year -> out.append("year: ").append(year).append('\n'));
    header.kind().ifPresent(kind -> field("kind", kind));
    header.date().ifPresent(date -> out.append("date: ").append(date).append('\n'));
    header
        .source()
        .ifPresent(
            source -> {
              out.append("source:\n");
              field("  file", source.file());
              out.append("  sha256: \"").append(source.sha256()).append("\"\n");
              if (source.attached()) {
                out.append("attach: true\n");
              }
            });
    if (header.draft()) {
      out.append("draft: true\n");
    }
    out.append("---\n");
  }

  private void field(String key, String value) {
    out.append(key).append(": ").append(scalar(value)).append('\n');
  }

  /** A YAML scalar: bare where nothing in it could mean something else, else in double quotes. */
  static String scalar(String value) {
    return PLAIN_SCALAR.matcher(value).matches() && !YAML_WORD.matcher(value).matches()
        ? value
        : quoted(value);
  }

  /** A double-quoted scalar that YAML and JSON read alike. */
  static String quoted(String value) {
    StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (isUnprintable(c)) {
            quoted.append(String.format("\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isUnprintable(char c) {
    return c < ' '
        || (c >= 0x7f && c < 0xa0)
        || c == 0xad
        || (c >= 0x2000 && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202f)
        || (c >= 0x2060 && c <= 0x206f)
        || c == 0xfeff
        || c >= 0xfff9;
  }

  private static String blocks(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    Block previous = null;
    boolean alternate = false;
    for (Block block : blocks) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      alternate = followsLikeList(previous, block) && !alternate;
      text.append(block(block, alternate)).append('\n');
      previous = block;
    }
    return text.toString();
  }

  /** Two lists in a row would be read as one; the second gets the other bullet. */
  private static boolean followsLikeList(Block previous, Block block) {
    return previous instanceof Block.Listing before
        && block instanceof Block.Listing after
        && before.ordered() == after.ordered();
  }

  private static String block(Block block, boolean alternate) {
    return switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Paragraph paragraph -> ProseWriter.paragraph(paragraph.prose());
      case Block.Listing listing -> listing(listing, alternate);
      case Block.Quote quote -> prefixed("> ", blocks(quote.blocks()));
      case Block.Table table -> table(table);
      case Block.CodeBlock code -> code(code.literal());
      case Block.Rule rule -> "---";
      case Block.Html html -> html.html().stripTrailing();
    };
  }

  private static String heading(Block.Heading heading) {
    StringBuilder line = new StringBuilder("#".repeat(heading.level())).append(' ');
    line.append(ProseWriter.heading(heading.prose()));
    Block.Overrides overrides = heading.overrides();
    if (!overrides.equals(Block.Overrides.NONE)) {
      StringBuilder attributes = new StringBuilder();
      overrides.role().ifPresent(role -> attributes.append(" role=").append(role));
      overrides.year().ifPresent(year -> attributes.append(" year=").append(year));
      overrides.anchor().ifPresent(anchor -> attributes.append(" #").append(anchor));
      line.append(" {").append(attributes.substring(1)).append('}');
    }
    return line.toString();
  }

  private static String listing(Block.Listing listing, boolean alternate) {
    StringBuilder text = new StringBuilder();
    int number = listing.start();
    boolean tight =
        listing.items().stream()
            .allMatch(item -> item.size() == 1 && item.getFirst() instanceof Block.Paragraph);
    for (List<Block> item : listing.items()) {
      String bullet = alternate ? "* " : "- ";
      String marker = listing.ordered() ? number + (alternate ? ") " : ". ") : bullet;
      String body = item.isEmpty() ? "" : prefixed(" ".repeat(marker.length()), blocks(item));
      text.append(text.isEmpty() ? "" : tight ? "\n" : "\n\n")
          .append(marker)
          .append(body.stripLeading());
      number++;
    }
    return text.toString();
  }

  private static String prefixed(String prefix, String text) {
    StringBuilder prefixed = new StringBuilder();
    for (String line : text.stripTrailing().split("\n", -1)) {
      prefixed.append(prefixed.isEmpty() ? "" : "\n").append((prefix + line).stripTrailing());
    }
    return prefixed.toString();
  }

  private static String table(Block.Table table) {
    StringBuilder text = new StringBuilder(row(table.head())).append("\n|");
    for (Block.Alignment alignment : table.alignments()) {
      text.append(
          switch (alignment) {
            case NONE -> " --- |";
            case LEFT -> " :-- |";
            case CENTER -> " :-: |";
            case RIGHT -> " --: |";
          });
    }
    table.rows().forEach(row -> text.append('\n').append(row(row)));
    return text.toString();
  }

  private static String row(List<Prose> cells) {
    StringBuilder row = new StringBuilder("|");
    cells.forEach(cell -> row.append(' ').append(ProseWriter.cell(cell)).append(" |"));
    return row.toString();
  }

  private static String code(String literal) {
    String fence = "```";
    while (literal.contains(fence)) {
      fence += "`";
    }
    return fence
        + "\n"
        + literal
        + (literal.isEmpty() || literal.endsWith("\n") ? "" : "\n")
        + fence;
  }
}
