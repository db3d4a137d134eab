package annals.ingest;

import annals.report.Mark;
import annals.report.Prose;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Writes a {@link Prose} as inline Markdown that reads back as the same prose. */
final class ProseWriter {
  private final Prose prose;
  private final BitSet escaped;
  private final StringBuilder out = new StringBuilder();

  private ProseWriter(Prose prose, BitSet escaped) {
    this.prose = prose;
    this.escaped = escaped;
  }

  static String paragraph(Prose prose) {
    BitSet escaped = MarkdownEscapes.inline(prose.text(), !prose.marks().isEmpty());
    MarkdownEscapes.firstLine(prose.text(), escaped);
    for (Mark mark : prose.marks()) {
      if (mark instanceof Mark.Break) {
        MarkdownEscapes.furtherLine(prose.text(), mark.span().start(), escaped);
        MarkdownEscapes.all(prose.text(), '|', escaped);
      }
    }
    return new ProseWriter(prose, escaped).write();
  }

  static String heading(Prose prose) {
    BitSet escaped = MarkdownEscapes.inline(prose.text(), !prose.marks().isEmpty());
    MarkdownEscapes.headingEnd(prose.text(), escaped);
    return new ProseWriter(prose, escaped).write();
  }

  static String cell(Prose prose) {
    BitSet escaped = MarkdownEscapes.inline(prose.text(), !prose.marks().isEmpty());
    MarkdownEscapes.all(prose.text(), '|', escaped);
    return new ProseWriter(prose, escaped).write();
  }

  private String write() {
    Deque<Mark> open = new ArrayDeque<>();
    List<Mark> waiting = new ArrayList<>(prose.marks());
    for (int i = 0; i <= prose.text().length(); i++) {
      closeAt(i, open);
      while (!waiting.isEmpty() && waiting.getFirst().span().start() == i) {
        Mark mark = waiting.removeFirst();
        begin(mark);
        if (mark.span().length() > 0) {
          open.push(mark);
        } else {
          end(mark);
        }
      }
      if (i < prose.text().length()) {
        boolean literal = open.peek() instanceof Mark.Code;
        out.append(escaped.get(i) && !literal ? "\\" : "").append(prose.text().charAt(i));
      }
    }
    return out.toString();
  }

  private void closeAt(int index, Deque<Mark> open) {
    while (!open.isEmpty() && open.peek().span().end() <= index) {
      end(open.pop());
    }
  }

  private void begin(Mark mark) {
    out.append(
        switch (mark) {
          case Mark.Strong strong -> "**";
          case Mark.Emphasis emphasis -> "*";
          case Mark.Code code -> fence(code) + padding(code);
          case Mark.Link link -> "[";
          case Mark.Image image -> "![";
          case Mark.Break lineBreak -> "\\\n";
        });
  }

  private void end(Mark mark) {
    out.append(
        switch (mark) {
          case Mark.Strong strong -> "**";
          case Mark.Emphasis emphasis -> "*";
          case Mark.Code code -> padding(code) + fence(code);
          case Mark.Link link -> "](" + target(link.target()) + ")";
          case Mark.Image image -> "](" + target(image.target()) + ")";
          case Mark.Break lineBreak -> "";
        });
  }

  /** A run of backticks longer than any in the code. */
  private String fence(Mark.Code code) {
    int longest = 0;
    int run = 0;
    for (char c : code.span().of(prose.text()).toCharArray()) {
      run = c == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return "`".repeat(longest + 1);
  }

  private String padding(Mark.Code code) {
    String literal = code.span().of(prose.text());
    boolean touches = literal.startsWith("`") || literal.endsWith("`");
    boolean padded = literal.startsWith(" ") && literal.endsWith(" ") && !literal.isBlank();
    return touches || padded ? " " : "";
  }

  private static String target(String target) {
    String safe = target.replace("\\", "\\\\").replace("<", "\\<").replace(">", "\\>");
    return safe.isEmpty() || safe.matches("[^\\s()]+") ? safe : "<" + safe + ">";
  }
}
