package annals.outline;

import annals.anchor.PublishedPage;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.report.Block;
import annals.report.Kinds;
import annals.report.Prose;
import annals.report.Report;
import annals.text.ChineseNumerals;
import annals.text.Sentences;
import annals.text.Simplified;
import annals.text.Span;
import annals.text.YearMention;
import annals.text.Years;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the outline of a report: title, unit, kind; the years, settled for the report as a whole;
 * the tree of sections with roles; and every anchor of its page. Deterministic and without state.
 */
public final class Outliner {
  private static final int FRONT_MATTER_WEIGHT = 4;
  private static final int TITLE_WEIGHT = 3;
  private static final Pattern GOVERNMENT_LEAD =
      Pattern.compile("代表.{0,14}(?:国务院|政府|公署).{0,8}向.{0,16}(?:大会|会议).{0,8}(?:报告|作)");

  private static final Pattern PAST_YEARS = Pattern.compile("过去(二|两|三|四|五|十)年");
  private static final Pattern COMING_YEARS = Pattern.compile("(?:今后|未来)(二|两|三|四|五|十)年");

  private final Report report;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final HeadingTree tree;
  private final String title;
  private final TitleGrammar.Title fromTitle;
  private final String kind;
  private final AnchorMaker anchors;

  private Outliner(Report report) {
    this.report = report;
    this.anchors = new AnchorMaker(report.path(), diagnostics);
    this.tree = HeadingTree.of(report.path(), report.blocks(), diagnostics);
    this.title =
        report.header().title().isEmpty()
            ? HeadingTree.title(report.blocks()).map(Prose::text).orElse("")
            : report.header().title();
    this.fromTitle = TitleGrammar.parse(title);
    this.kind = report.header().kind().or(fromTitle::kind).orElseGet(this::kindOfLead);
  }

  /** An outline with what was odd about the report. */
  public record Outlined(Outline outline, List<Diagnostic> diagnostics) {
    public Outlined {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** The outline of a report. A report without any year gets year 0 and an error. */
  public static Outlined outline(Report report) {
    return outline(report, Optional.empty());
  }

  /**
   * The outline of a report that may have been published before.
   *
   * @param published its page then; its ids go on, see {@link Outline#retired}
   */
  public static Outlined outline(Report report, Optional<PublishedPage> published) {
    Outliner outliner = new Outliner(report);
    Outline made = outliner.outline();
    Outline outline =
        published.map(page -> KeptAnchors.keep(made, outliner.anchors.fixed(), page)).orElse(made);
    return new Outlined(outline, outliner.diagnostics);
  }

  private Outline outline() {
    Optional<Integer> guess = votesOfHeader().winner();
    List<Role> roles = roles(guess.or(this::earliestHeadingYear));
    int summaryYear = settle(roles);
    int year = reportYear(summaryYear);
    Outline.ReportYears years = new Outline.ReportYears(summaryYear);
    List<Passage> lead = passages(TextParts.LEAD, tree.lead);
    List<Section> sections = topLevel(roles, years);
    if (sections.isEmpty()) {
      diagnostics.add(
          Diagnostic.warning(
              "no-sections",
              Position.of(report.path()),
              "no section headings found",
              "headings are written ## 一、… and ### （一）…; ./annals import makes them from raw text"));
    }
    String unit = report.header().unit().or(fromTitle::unit).orElse("");
    return new Outline(title, unit, year, kind, years, lead, sections, List.of());
  }

  private String kindOfLead() {
    for (Block block : tree.lead) {
      if (block instanceof Block.Paragraph paragraph
          && GOVERNMENT_LEAD.matcher(Simplified.of(paragraph.prose().text())).find()) {
        return Kinds.GOVERNMENT;
      }
    }
    return Kinds.WORK;
  }

  private YearVotes votesOfHeader() {
    YearVotes votes = new YearVotes();
    int shift = kind.equals(Kinds.GOVERNMENT) ? 1 : 0;
    report.header().year().ifPresent(y -> votes.cast(y - shift, FRONT_MATTER_WEIGHT));
    fromTitle.year().ifPresent(y -> votes.cast(y - shift, TITLE_WEIGHT));
    if (shift == 0) {
      leadYear().ifPresent(y -> votes.cast(y, 1));
    }
    return votes;
  }

  /** The first year the lead names: 2023年来，…现将2023年工作总结…. */
  private Optional<Integer> leadYear() {
    for (Block block : tree.lead) {
      if (block instanceof Block.Paragraph paragraph) {
        for (YearMention mention : Years.in(paragraph.prose().text())) {
          if (!mention.isRange()) {
            return Optional.of(mention.from());
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> earliestHeadingYear() {
    return tree.roots.stream().flatMap(node -> singleYear(node).stream()).min(Integer::compare);
  }

  private static Optional<Integer> singleYear(HeadingTree.Node node) {
    return Years.in(node.heading).stream()
        .filter(m -> !m.isRange())
        .map(YearMention::from)
        .findFirst();
  }

  /**
   * One role for each top-level section. Where the words say nothing, what stands before the first
   * problems or plan section is summary, or plan where its text begins with a later time or the
   * title names nothing else, and what follows a plan goes on planning.
   */
  private List<Role> roles(Optional<Integer> guess) {
    List<Optional<Role>> byWords = new ArrayList<>();
    boolean afterSummary = false;
    for (HeadingTree.Node node : tree.roots) {
      Optional<Role> role = node.source.overrides().role().flatMap(Role::of);
      if (role.isEmpty()) {
        role = RoleWords.of(node.heading, guess, kind, afterSummary);
      }
      if (role.isEmpty() && opensAhead(node, guess)) {
        role = Optional.of(Role.PLAN);
      }
      afterSummary |= role.filter(r -> r == Role.SUMMARY).isPresent();
      byWords.add(role);
    }
    List<Role> roles = new ArrayList<>();
    Role previous = fromTitle.plansOnly() ? Role.PLAN : Role.SUMMARY;
    boolean begun = false;
    for (Optional<Role> role : byWords) {
      Role usual =
          fromTitle.plansOnly() ? Role.PLAN : previous == Role.PROBLEMS ? Role.OTHER : previous;
      Role settled = role.orElse(usual);
      roles.add(settled);
      begun |= settled != Role.OTHER;
      previous = begun ? settled : previous;
    }
    return roles;
  }

  /** Whether the first words below a heading are a time behind the summary's year. */
  private boolean opensAhead(HeadingTree.Node node, Optional<Integer> summaryYear) {
    if (node.body.isEmpty() || !(node.body.getFirst() instanceof Block.Paragraph paragraph)) {
      return false;
    }
    return RoleWords.opensAhead(paragraph.prose().text(), summaryYear, kind);
  }

  private int settle(List<Role> roles) {
    YearVotes votes = votesOfHeader();
    for (int i = 0; i < tree.roots.size(); i++) {
      Role role = roles.get(i);
      HeadingTree.Node node = tree.roots.get(i);
      if (role != Role.OTHER && node.source.overrides().year().isEmpty()) {
        singleYear(node).ifPresent(y -> votes.cast(role == Role.PLAN ? y - 1 : y, 1));
      }
    }
    Optional<Integer> winner = votes.winner().or(this::mostNamedYear);
    if (winner.isEmpty()) {
      diagnostics.add(
          Diagnostic.error(
              "year-missing",
              Position.of(report.path()),
              "no year found in title, lead or headings",
              "state year: in the front matter, or import with --year"));
      return 0;
    }
    int summaryYear = winner.get();
    reportConflicts(summaryYear, roles);
    return summaryYear;
  }

  /** The last resort: the year the body names most often. */
  private Optional<Integer> mostNamedYear() {
    YearVotes votes = new YearVotes();
    for (Block block : report.blocks()) {
      if (block instanceof Block.Paragraph paragraph) {
        Years.in(paragraph.prose().text()).stream()
            .filter(m -> !m.isRange())
            .forEach(m -> votes.cast(m.from(), 1));
      }
    }
    return votes.winner();
  }

  private void reportConflicts(int summaryYear, List<Role> roles) {
    int shift = kind.equals(Kinds.GOVERNMENT) ? 1 : 0;
    fromTitle
        .year()
        .filter(y -> y - shift != summaryYear)
        .ifPresent(
            y ->
                conflict(
                    1,
                    "the title says " + y + ", the report is about " + summaryYear,
                    "check year in the front matter"));
    for (int i = 0; i < tree.roots.size(); i++) {
      HeadingTree.Node node = tree.roots.get(i);
      Role role = roles.get(i);
      if (role == Role.OTHER || node.source.overrides().year().isPresent()) {
        continue;
      }
      int expected = role == Role.PLAN ? summaryYear + 1 : summaryYear;
      singleYear(node)
          .filter(y -> y != expected)
          .ifPresent(
              y ->
                  conflict(
                      node.source.line(),
                      "heading says " + y + " in a " + role.word() + " of " + expected,
                      "taken as "
                          + expected
                          + " like the rest of the report; correct the heading or state {year="
                          + y
                          + "}"));
    }
  }

  private void conflict(int line, String what, String hint) {
    diagnostics.add(
        Diagnostic.warning("year-conflict", new Position(report.path(), line, 1), what, hint));
  }

  private int reportYear(int summaryYear) {
    int shift = kind.equals(Kinds.GOVERNMENT) ? 1 : 0;
    return report.header().year().orElse(summaryYear == 0 ? 0 : summaryYear + shift);
  }

  private List<Section> topLevel(List<Role> roles, Outline.ReportYears years) {
    List<Section> sections = new ArrayList<>();
    int unnumbered = 0;
    for (int i = 0; i < tree.roots.size(); i++) {
      HeadingTree.Node node = tree.roots.get(i);
      unnumbered += node.mark.isEmpty() ? 1 : 0;
      TargetYear target = override(node).orElseGet(own(node, roles.get(i), years));
      String path = anchors.path("", node, unnumbered);
      sections.add(section(node, path, roles.get(i), target, years));
    }
    return List.copyOf(sections);
  }

  private Section section(
      HeadingTree.Node node, String path, Role role, TargetYear target, Outline.ReportYears years) {
    String anchor = anchors.anchor(path, node);
    List<Section> children = new ArrayList<>();
    int unnumbered = 0;
    for (HeadingTree.Node child : node.children) {
      unnumbered += child.mark.isEmpty() ? 1 : 0;
      Role childRole = child.source.overrides().role().flatMap(Role::of).orElse(role);
      TargetYear inherited = childRole == role ? target : yearOf(childRole, years);
      String childPath = anchors.path(path, child, unnumbered);
      children.add(section(child, childPath, childRole, override(child).orElse(inherited), years));
    }
    Prose prose = node.source.prose();
    Optional<Sentence> headingSentence =
        node.runIn
            ? Optional.of(new Sentence(anchor, prose.text(), new Span(0, prose.text().length())))
            : Optional.empty();
    return new Section(
        anchor,
        node.level,
        node.number(),
        node.heading,
        prose,
        node.runIn,
        role,
        target,
        headingSentence,
        passages(anchor, node.body),
        children,
        node.source.line());
  }

  private static Optional<TargetYear> override(HeadingTree.Node node) {
    return node.source.overrides().year().map(TargetYear::of);
  }

  private static TargetYear yearOf(Role role, Outline.ReportYears years) {
    return TargetYear.of(role == Role.PLAN ? years.plan() : years.summary());
  }

  /**
   * What a top-level section is about: the report's year for its role, unless its heading names a
   * span and no year; an annex is about the year it names.
   */
  private static Supplier<TargetYear> own(
      HeadingTree.Node node, Role role, Outline.ReportYears years) {
    return () -> {
      List<YearMention> mentions = Years.in(node.heading);
      List<YearMention> ranges = mentions.stream().filter(YearMention::isRange).toList();
      if (!ranges.isEmpty() && ranges.size() == mentions.size()) {
        YearMention range = role == Role.PLAN ? ranges.getLast() : ranges.getFirst();
        return new TargetYear(range.from(), range.to());
      }
      Matcher past = PAST_YEARS.matcher(Simplified.of(node.heading));
      if (role == Role.SUMMARY && mentions.isEmpty() && past.find()) {
        int span = ChineseNumerals.parse(past.group(1)).orElseThrow();
        return new TargetYear(years.summary() - span + 1, years.summary());
      }
      Matcher coming = COMING_YEARS.matcher(Simplified.of(node.heading));
      if (role == Role.PLAN && mentions.isEmpty() && coming.find()) {
        int span = ChineseNumerals.parse(coming.group(1)).orElseThrow();
        return new TargetYear(years.plan(), years.plan() + span - 1);
      }
      if (role == Role.OTHER && mentions.size() == 1) {
        return TargetYear.of(mentions.getFirst().from());
      }
      return yearOf(role, years);
    };
  }

  private static List<Passage> passages(String anchor, List<Block> blocks) {
    List<Passage> passages = new ArrayList<>();
    for (Block block : blocks) {
      String id = anchor + "-p" + (passages.size() + 1);
      if (block instanceof Block.Paragraph paragraph) {
        String text = paragraph.prose().text();
        List<Sentence> sentences = new ArrayList<>();
        for (Span span : Sentences.split(text)) {
          sentences.add(new Sentence(id + "-" + (sentences.size() + 1), span.of(text), span));
        }
        passages.add(new Passage(id, block, sentences, Points.in(text)));
      } else {
        passages.add(new Passage(id, block, List.of(), List.of()));
      }
    }
    return List.copyOf(passages);
  }
}
