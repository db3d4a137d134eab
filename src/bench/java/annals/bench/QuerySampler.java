package annals.bench;

import annals.bench.Query.Clause;
import annals.bench.Query.Kind;
import annals.bench.Query.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Draws queries from what reports say: any place of the archive's text is as likely as any other,
 * so common words are drawn more often. No query is drawn twice, and the same seed draws the same.
 */
final class QuerySampler {
  /** What means something in a query; no query is drawn across it. */
  private static final Predicate<String> HAS_SYNTAX =
      Pattern.compile("[\\s|｜\"＂\\-－]").asPredicate();

  private static final Predicate<String> UNBROKEN = Pattern.compile("[\\p{L}\\p{N}]+").asMatchPredicate();
  private static final Predicate<String> BROKEN =
      Pattern.compile("[\\p{L}\\p{N}]+.*[^\\p{L}\\p{N}].*[\\p{L}\\p{N}]+").asMatchPredicate();
  private static final int ATTEMPTS = 100_000;
  private static final Pattern AMOUNT = Pattern.compile("[0-9A-Za-z]+\\p{IsHan}{1,2}");

  private final List<ReportTexts.Report> reports;
  private final Set<String> dictionary;
  private final Random random;
  private final Set<String> drawn = new HashSet<>();

  QuerySampler(List<ReportTexts.Report> reports, Vocabulary dictionary, Random random) {
    this.reports = reports;
    this.dictionary = dictionary.words();
    this.random = random;
  }

  /** As many of each kind. */
  List<Query> draw(int queries) {
    int each = (queries + Kind.values().length - 1) / Kind.values().length;
    List<Query> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (int i = 0; i < each; i++) {
        all.add(next(kind, i));
      }
    }
    return all;
  }

  private Query next(Kind kind, int turn) {
    Query query;
    do {
      query =
          switch (kind) {
            case WORD -> Query.of(kind, stretch(anyReport(), 2, 2, dictionary::contains));
            case RUN -> Query.of(kind, stretch(anyReport(), 4, 8, turn % 4 == 0 ? BROKEN : UNBROKEN));
            case PHRASE ->
                Query.of(kind, stretch(anyReport(), 10, 16, turn % 2 == 0 ? BROKEN : text -> true));
            case CHARACTER -> Query.of(kind, stretch(anyReport(), 1, 1, UNBROKEN));
            case MIXED -> mixed(turn);
          };
    } while (!drawn.add(query.text()));
    return query;
  }

  private Query mixed(int turn) {
    ReportTexts.Report report = anyReport();
    return switch (turn % 5) {
      case 0 -> {
        List<String> section = any(report.sections());
        Term first = Term.plain(stretch(section, 2, 4, UNBROKEN));
        Term second = Term.plain(stretch(section, 2, 4, UNBROKEN));
        yield query(first.text() + " " + second.text(), List.of(first, second), List.of());
      }
      case 1 -> {
        String amount = amount();
        yield query(amount, List.of(Term.plain(amount)), List.of());
      }
      case 2 -> {
        String phrase = stretch(report, 6, 10, BROKEN);
        yield query('"' + phrase + '"', List.of(new Term(phrase, true)), List.of());
      }
      case 3 -> {
        Term wanted = Term.plain(stretch(report, 2, 3, UNBROKEN));
        Term unwanted = Term.plain(stretch(report, 2, 2, UNBROKEN));
        yield query(
            wanted.text() + " -" + unwanted.text(), List.of(wanted), List.of(unwanted));
      }
      default -> {
        Term one = Term.plain(stretch(report, 2, 4, UNBROKEN));
        Term other = Term.plain(stretch(anyReport(), 2, 4, UNBROKEN));
        List<Clause> either =
            Stream.of(one, other).map(term -> new Clause(List.of(term), List.of())).toList();
        yield new Query(Kind.MIXED, one.text() + " | " + other.text(), either);
      }
    };
  }

  private static Query query(String text, List<Term> all, List<Term> none) {
    return new Query(Kind.MIXED, text, List.of(new Clause(all, none)));
  }

  /** A number or Latin letters with what follows, such as 204项. */
  private String amount() {
    while (true) {
      String paragraph = any(any(anyReport().sections()));
      List<String> amounts = AMOUNT.matcher(paragraph).results().map(MatchResult::group).toList();
      if (!amounts.isEmpty()) {
        return any(amounts);
      }
    }
  }

  private String stretch(
      ReportTexts.Report report, int shortest, int longest, Predicate<String> accepted) {
    return stretch(
        report.sections().stream().flatMap(List::stream).toList(), shortest, longest, accepted);
  }

  /** A run of characters from any place of these paragraphs. */
  private String stretch(
      List<String> paragraphs, int shortest, int longest, Predicate<String> accepted) {
    int characters = paragraphs.stream().mapToInt(String::length).sum();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int length = shortest + random.nextInt(longest - shortest + 1);
      int start = random.nextInt(characters);
      for (String paragraph : paragraphs) {
        if (start + length <= paragraph.length()) {
          String run = paragraph.substring(start, start + length);
          if (!HAS_SYNTAX.test(run) && isWhole(run) && accepted.test(run)) {
            return run;
          }
          break;
        }
        if (start < paragraph.length()) {
          break;
        }
        start -= paragraph.length();
      }
    }
    throw new IllegalStateException("nothing to draw from " + paragraphs);
  }

  private static boolean isWhole(String run) {
    return run.chars().noneMatch(unit -> Character.isSurrogate((char) unit));
  }

  private ReportTexts.Report anyReport() {
    return any(reports);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
