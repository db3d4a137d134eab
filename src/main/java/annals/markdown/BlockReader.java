package annals.markdown;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.diagnostic.Suppression;
import annals.report.Block;
import annals.report.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/** Turns the block nodes of commonmark into {@link Block}s. */
final class BlockReader {
  private static final Pattern ATTRIBUTES =
      Pattern.compile("\\s*\\{((?:\\s*(?:role=[a-z]+|year=\\d{4}|#[^\\s{}]+))+)\\s*}\\s*$");
  private static final Pattern COMMENTS =
      Pattern.compile("(?:\\s*<!--(?:(?!-->).)*-->)+\\s*", Pattern.DOTALL);
  private static final Pattern IGNORE =
      Pattern.compile(
          "<!--\\s*annals-ignore\\b(?<code>[^:：]*?)\\s*(?:[:：](?<reason>.*?))?-->", Pattern.DOTALL);
  private static final Safelist SAFE_HTML =
      Safelist.relaxed().removeTags("img").preserveRelativeLinks(true);

  private final String path;
  private final int linesBefore;
  private final List<Diagnostic> diagnostics;
  private final List<Suppression> suppressions = new ArrayList<>();

  /**
   * @param linesBefore lines of front matter above the body, added to every line number
   */
  BlockReader(String path, int linesBefore, List<Diagnostic> diagnostics) {
    this.path = path;
    this.linesBefore = linesBefore;
    this.diagnostics = diagnostics;
  }

  List<Block> children(Node parent) {
    List<Block> blocks = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof HtmlBlock html && COMMENTS.matcher(html.getLiteral()).matches()) {
        comment(html);
      } else {
        block(node).ifPresent(blocks::add);
      }
    }
    return List.copyOf(blocks);
  }

  /** The answers to findings that stand in comments of the text read. */
  List<Suppression> suppressions() {
    return List.copyOf(suppressions);
  }

  /** A comment is no part of the text; one that answers findings covers the next block. */
  private void comment(HtmlBlock comment) {
    Matcher ignore = IGNORE.matcher(comment.getLiteral());
    while (ignore.find()) {
      Node next = comment.getNext();
      while (next instanceof HtmlBlock other && COMMENTS.matcher(other.getLiteral()).matches()) {
        next = next.getNext();
      }
      int from = next == null ? 1 : line(next);
      int to = next == null ? 0 : lastLine(next);
      String reason = ignore.group("reason") == null ? "" : ignore.group("reason").strip();
      suppressions.add(
          new Suppression(ignore.group("code").strip(), reason, line(comment), from, to));
    }
  }

  private Optional<Block> block(Node node) {
    int line = line(node);
    return switch (node) {
      case Heading heading -> Optional.of(heading(heading, line));
      case Paragraph paragraph ->
          Optional.of(new Block.Paragraph(prose(paragraph, line), line))
              .filter(p -> !p.prose().text().isEmpty())
              .map(p -> p);
      case ListBlock list -> Optional.of(listing(list, line));
      case BlockQuote quote -> Optional.of(new Block.Quote(children(quote), line));
      case TableBlock table -> Optional.of(table(table, line));
      case FencedCodeBlock code -> Optional.of(new Block.CodeBlock(code.getLiteral(), line));
      case IndentedCodeBlock code -> Optional.of(indented(code, line));
      case ThematicBreak rule -> Optional.of(new Block.Rule(line));
      case HtmlBlock html -> Optional.of(html(html, line));
      case LinkReferenceDefinition definition -> Optional.empty();
      default -> throw new IllegalStateException("unexpected node " + node);
    };
  }

  private Block heading(Heading heading, int line) {
    Prose prose = prose(heading, line);
    Matcher attributes = ATTRIBUTES.matcher(prose.text());
    if (!attributes.find()) {
      return new Block.Heading(heading.getLevel(), prose, Block.Overrides.NONE, line);
    }
    int end = attributes.start();
    Prose rest =
        new Prose(
            prose.text().substring(0, end),
            prose.marks().stream().filter(mark -> mark.span().end() <= end).toList());
    return new Block.Heading(heading.getLevel(), rest, overrides(attributes.group(1), line), line);
  }

  private Block.Overrides overrides(String attributes, int line) {
    Optional<String> role = Optional.empty();
    Optional<Integer> year = Optional.empty();
    Optional<String> anchor = Optional.empty();
    for (String attribute : attributes.strip().split("\\s+")) {
      if (attribute.startsWith("#")) {
        anchor = Optional.of(attribute.substring(1));
      } else if (attribute.startsWith("year=")) {
        year = Optional.of(Integer.valueOf(attribute.substring(5)));
      } else {
        role = Optional.of(attribute.substring(5));
        if (!List.of("summary", "problems", "plan", "other").contains(role.get())) {
          diagnostics.add(
              Diagnostic.error(
                  "role-unknown",
                  new Position(path, line, 1),
                  "unknown role " + role.get(),
                  "roles are summary, problems, plan, other"));
          role = Optional.empty();
        }
      }
    }
    return new Block.Overrides(role, year, anchor);
  }

  private Block listing(ListBlock list, int line) {
    List<List<Block>> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      items.add(children(item));
    }
    if (list instanceof OrderedList ordered) {
      Integer start = ordered.getMarkerStartNumber();
      return new Block.Listing(true, start == null ? 1 : start, items, line);
    }
    return new Block.Listing(false, 1, items, line);
  }

  private Block table(TableBlock table, int line) {
    List<Prose> head = new ArrayList<>();
    List<Block.Alignment> alignments = new ArrayList<>();
    List<List<Prose>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        List<Prose> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells.add(prose(cell, line));
          if (part instanceof TableHead) {
            alignments.add(alignment((TableCell) cell));
          }
        }
        if (part instanceof TableHead) {
          head.addAll(cells);
        } else if (part instanceof TableBody) {
          rows.add(cells);
        }
      }
    }
    return new Block.Table(head, alignments, rows, line);
  }

  private static Block.Alignment alignment(TableCell cell) {
    TableCell.Alignment alignment = cell.getAlignment();
    if (alignment == null) {
      return Block.Alignment.NONE;
    }
    return switch (alignment) {
      case LEFT -> Block.Alignment.LEFT;
      case CENTER -> Block.Alignment.CENTER;
      case RIGHT -> Block.Alignment.RIGHT;
    };
  }

  /** Four spaces before a paragraph are an indent in an office document, never code. */
  private Block indented(IndentedCodeBlock code, int line) {
    diagnostics.add(
        Diagnostic.warning(
            "indented-code",
            new Position(path, line, 1),
            "a paragraph is indented by four spaces",
            "taken as text; remove the spaces"));
    return new Block.Paragraph(Prose.plain(code.getLiteral().strip()), line);
  }

  private Block html(HtmlBlock html, int line) {
    Document.OutputSettings settings = new Document.OutputSettings().prettyPrint(false);
    String clean = Jsoup.clean(html.getLiteral(), "", SAFE_HTML, settings);
    if (!Jsoup.isValid(html.getLiteral(), SAFE_HTML)) {
      diagnostics.add(
          Diagnostic.warning(
              "html-removed",
              new Position(path, line, 1),
              "HTML that is not allowed was left out",
              "write Markdown; scripts, pictures and forms in HTML are not shown"));
    }
    return new Block.Html(clean, line);
  }

  private Prose prose(Node parent, int line) {
    return new ProseReader(path, line, diagnostics).read(parent);
  }

  private int lastLine(Node node) {
    return node.getSourceSpans().isEmpty()
        ? line(node)
        : linesBefore + node.getSourceSpans().getLast().getLineIndex() + 1;
  }

  private int line(Node node) {
    return node.getSourceSpans().isEmpty()
        ? linesBefore + 1
        : linesBefore + node.getSourceSpans().getFirst().getLineIndex() + 1;
  }
}
