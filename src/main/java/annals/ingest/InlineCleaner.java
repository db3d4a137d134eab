package annals.ingest;

import annals.reader.Piece;
import annals.text.Spaces;
import annals.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Takes invisible characters and marker strings out of the lines of a source and puts right what
 * {@link Substitutions} are for, by the {@link CleaningRules}; each change is entered in the
 * ledger. A line that this leaves empty goes as if it had never been there; a blank line goes too,
 * but the line behind it knows of it.
 */
final class InlineCleaner {
  private final ImportLog.Ledger ledger;

  private InlineCleaner(ImportLog.Ledger ledger) {
    this.ledger = ledger;
  }

  static List<Line> clean(RawText source, CleaningRules rules, ImportLog.Ledger ledger) {
    InlineCleaner cleaner = new InlineCleaner(ledger);
    List<Finder> invisible = Finder.of(rules, CleaningRule.Kind.INVISIBLE);
    List<Finder> markers = Finder.of(rules, CleaningRule.Kind.MARKER);
    Substitutions substitutions = new Substitutions(rules, ledger);
    List<Line> lines = new ArrayList<>();
    boolean blankBefore = false;
    for (TracedText raw : source.lines()) {
      TracedText kept = raw;
      for (Finder rule : invisible) {
        kept = cleaner.withoutInvisible(kept, rule);
      }
      for (Finder rule : markers) {
        kept = cleaner.withoutMarkers(kept, rule);
      }
      kept = substitutions.in(kept);
      if (kept.isBlank()) {
        blankBefore |= raw.length() == kept.length();
      } else {
        Optional<Piece> piece = source.pieceAt(kept.origin(0));
        boolean begins =
            piece.filter(p -> !(p instanceof Piece.Paragraph part && part.continued())).isPresent();
        boolean fixed = piece.filter(p -> !(p instanceof Piece.Paragraph)).isPresent();
        boolean indented = Spaces.isSpace(kept.first());
        lines.add(new Line(kept.strip(), blankBefore || begins, indented, fixed));
        blankBefore = false;
      }
    }
    return lines;
  }

  /** A rule with a matcher that is used for one line after the other. */
  private record Finder(CleaningRule rule, Matcher matcher) {
    static List<Finder> of(CleaningRules rules, CleaningRule.Kind kind) {
      return rules.of(kind).stream().map(r -> new Finder(r, r.pattern().matcher(""))).toList();
    }

    List<Span> in(TracedText line) {
      matcher.reset(line.text());
      if (!matcher.find()) {
        return List.of();
      }
      List<Span> spans = new ArrayList<>();
      do {
        if (matcher.end() > matcher.start()) {
          spans.add(new Span(matcher.start(), matcher.end()));
        }
      } while (matcher.find());
      return spans;
    }
  }

  private TracedText withoutInvisible(TracedText line, Finder finder) {
    List<Span> spans = finder.in(line);
    if (spans.isEmpty()) {
      return line;
    }
    List<TracedText> parts =
        spans.stream().map(span -> line.part(span.start(), span.end())).toList();
    ledger.removed(finder.rule(), TracedText.join(parts));
    return line.without(spans);
  }

  private TracedText withoutMarkers(TracedText line, Finder finder) {
    List<Span> spans = finder.in(line);
    spans.forEach(span -> ledger.removed(finder.rule(), line.part(span.start(), span.end())));
    return line.without(spans);
  }
}
