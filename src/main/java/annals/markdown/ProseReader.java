package annals.markdown;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.report.Mark;
import annals.report.Prose;
import annals.text.Spaces;
import annals.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Collects the inline nodes below one block into a {@link Prose}. */
final class ProseReader {
  private static final Pattern BREAK = Pattern.compile("<br\\s*/?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNSAFE_TARGET =
      Pattern.compile("^\\s*(?!https?:|mailto:)[A-Za-z][A-Za-z0-9+.-]*:", Pattern.CASE_INSENSITIVE);
  private static final Comparator<Mark> WIDER_FIRST =
      Comparator.<Mark>comparingInt(mark -> mark.span().start())
          .thenComparingInt(mark -> -mark.span().end());

  private final Position position;
  private final List<Diagnostic> diagnostics;
  private final StringBuilder text = new StringBuilder();
  private final List<Mark> marks = new ArrayList<>();

  ProseReader(String path, int line, List<Diagnostic> diagnostics) {
    this.position = new Position(path, line, 1);
    this.diagnostics = diagnostics;
  }

  Prose read(Node parent) {
    children(parent);
    marks.sort(WIDER_FIRST);
    return new Prose(text.toString(), marks);
  }

  private void children(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      inline(node);
    }
  }

  private void inline(Node node) {
    int start = text.length();
    switch (node) {
      case Text literal -> text.append(literal.getLiteral());
      case Code code -> {
        text.append(code.getLiteral());
        marks.add(new Mark.Code(from(start)));
      }
      case Emphasis emphasis -> {
        children(emphasis);
        marks.add(new Mark.Emphasis(from(start)));
      }
      case StrongEmphasis strong -> {
        children(strong);
        marks.add(new Mark.Strong(from(start)));
      }
      case Link link -> {
        children(link);
        if (isSafe(link.getDestination())) {
          marks.add(new Mark.Link(from(start), link.getDestination()));
        }
      }
      case Image image -> {
        children(image);
        if (isSafe(image.getDestination())) {
          marks.add(new Mark.Image(from(start), image.getDestination()));
        }
      }
      case SoftLineBreak lineBreak -> joinLines(node.getNext());
      case HardLineBreak lineBreak -> marks.add(new Mark.Break(from(start)));
      case HtmlInline html -> html(html.getLiteral());
      default -> children(node);
    }
  }

  /**
   * A line break inside a paragraph is nothing between Chinese characters and a space between Latin
   * words.
   */
  private void joinLines(Node next) {
    boolean latinBefore = !text.isEmpty() && text.charAt(text.length() - 1) < 0x250;
    boolean latinAfter =
        next instanceof Text after
            && !after.getLiteral().isEmpty()
            && after.getLiteral().charAt(0) < 0x250;
    if (latinBefore && latinAfter && !Spaces.isSpace(text.charAt(text.length() - 1))) {
      text.append(' ');
    }
  }

  /** Angle brackets in an office text are placeholders such as {@code <x>公司}: they stay as text. */
  private void html(String literal) {
    if (BREAK.matcher(literal).matches()) {
      marks.add(new Mark.Break(from(text.length())));
      return;
    }
    text.append(literal);
    diagnostics.add(
        Diagnostic.warning(
            "inline-html",
            position,
            "HTML inside a paragraph is shown as text: " + literal,
            "use Markdown for emphasis and links"));
  }

  private boolean isSafe(String target) {
    boolean safe = !UNSAFE_TARGET.matcher(target).find();
    if (!safe) {
      diagnostics.add(
          Diagnostic.warning(
              "link-removed",
              position,
              "a link to " + target + " was left out",
              "only http, https, mailto and relative links are allowed"));
    }
    return safe;
  }

  private Span from(int start) {
    return new Span(start, text.length());
  }
}
