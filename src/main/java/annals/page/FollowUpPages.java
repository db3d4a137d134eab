package annals.page;

import annals.archive.UnitArchive;
import annals.archive.UnitSummary.Tally;
import annals.compare.FollowUp;
import annals.compare.Outcome;
import annals.compare.SentenceRef;
import annals.compare.State;
import annals.report.ReportId;
import annals.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the pages on which plans stand beside what became of them. */
final class FollowUpPages {
  /** Outcomes shown for an item; the data files have them all. */
  private static final int OUTCOMES = 3;

  /** Fewer characters in a row than this are in every sentence and say nothing. */
  private static final int SHARED = 3;

  private final Site site;
  private final Frames frames;
  private final ProseMarkup prose;

  FollowUpPages(Site site) {
    this.site = site;
    this.frames = new Frames(site);
    this.prose = new ProseMarkup(site.labels());
  }

  /** The pages of the follow-ups that belong to this unit; others have theirs in the other unit. */
  List<Page> of(UnitArchive archive) {
    List<FollowUp> own =
        archive.followUps().stream()
            .filter(f -> FollowUpRefs.owner(f).unit().equals(archive.unit().slug()))
            .toList();
    List<Page> pages = new ArrayList<>();
    for (FollowUp followUp : own) {
      String kind = FollowUpRefs.owner(followUp).kind();
      List<FollowUp> sameKind =
          own.stream().filter(f -> FollowUpRefs.owner(f).kind().equals(kind)).toList();
      pages.add(page(followUp, sameKind));
    }
    return pages;
  }

  private FollowUpPage page(FollowUp followUp, List<FollowUp> sameKind) {
    ReportId owner = FollowUpRefs.owner(followUp);
    Route route = FollowUpRefs.route(site.plan(), followUp);
    int year = followUp.targetYear();
    String unit = site.unitName(owner.unit(), owner.year());
    String title = title(followUp);
    String heading = site.text("followup.heading", unit, title);
    List<ReportId> reports =
        java.util.stream.Stream.of(followUp.plan(), followUp.account())
            .flatMap(Optional::stream)
            .toList();
    Tally tally = Tally.of(followUp);
    List<FollowUpPage.Group> groups = groups(followUp, route);
    return new FollowUpPage(
        frames.frame(
            route,
            Frames.Part.UNITS,
            heading,
            title,
            List.of(frames.units(route), frames.unit(route, owner.unit())),
            reports),
        followUp,
        heading,
        lead(followUp, tally),
        side(followUp.plan(), route, site.text("followup.plan", year), planAbsent(followUp)),
        side(
            followUp.account(),
            route,
            site.text("followup.account", year),
            site.text("followup.account-absent")),
        condition(followUp),
        notice(followUp, unit),
        Bar.of(site, tally),
        filters(tally),
        groups,
        unplanned(followUp, route),
        site.text(
            followUp.plan().isPresent() ? "followup.unplanned" : "followup.unmatched",
            followUp.unplanned().size()),
        tally.statements() > 0,
        meanings(),
        neighbour(route, sameKind, year, true),
        neighbour(route, sameKind, year, false));
  }

  private String title(FollowUp followUp) {
    ReportId owner = FollowUpRefs.owner(followUp);
    return site.text("followup.title", site.yearAndKind(at(owner, followUp.targetYear())));
  }

  private static ReportId at(ReportId id, int year) {
    return new ReportId(id.unit(), year, id.kind());
  }

  private static String condition(FollowUp followUp) {
    if (followUp.plan().isEmpty()) {
      return "planless";
    }
    return followUp.account().isEmpty() ? "waiting" : "compared";
  }

  private String lead(FollowUp followUp, Tally tally) {
    int year = followUp.targetYear();
    return switch (condition(followUp)) {
      case "planless" -> site.text("followup.lead-planless", year);
      case "waiting" -> site.text("followup.lead-waiting", year, tally.commitments());
      default ->
          site.text("followup.lead", year, tally.commitments(), tally.found(), tally.partly());
    };
  }

  private FollowUpPage.Side side(
      Optional<ReportId> report, Route route, String name, String absent) {
    return report
        .map(
            id ->
                new FollowUpPage.Side(
                    name, frames.report(route, id), site.unitName(id.unit(), id.year())))
        .orElseGet(() -> new FollowUpPage.Side(name, Link.plain(absent), ""));
  }

  private String planAbsent(FollowUp followUp) {
    if (followUp.plan().isPresent()) {
      return "";
    }
    ReportId before = at(FollowUpRefs.owner(followUp), followUp.targetYear() - 1);
    return site.has(before)
        ? site.text("followup.plan-missing-part", before.year())
        : site.text("followup.plan-missing-report", before.year());
  }

  /** What is missing, why, and what would fill it. */
  private List<String> notice(FollowUp followUp, String unit) {
    int year = followUp.targetYear();
    return switch (condition(followUp)) {
      case "waiting" ->
          List.of(
              site.text("followup.waiting-what", year),
              site.text("followup.waiting-why", unit, year),
              site.text("followup.waiting-fill"));
      case "planless" ->
          List.of(
              site.text("followup.planless-what", year),
              planAbsent(followUp),
              site.text("followup.planless-fill", year - 1));
      default -> List.of();
    };
  }

  private List<FollowUpPage.StateWord> filters(Tally tally) {
    List<FollowUpPage.StateWord> words = new ArrayList<>();
    for (State state : State.values()) {
      if (state != State.UNPLANNED && tally.count(state) > 0) {
        words.add(
            new FollowUpPage.StateWord(
                state.word(), site.stateSign(state), site.stateName(state), tally.count(state)));
      }
    }
    return words;
  }

  private List<FollowUpPage.Group> groups(FollowUp followUp, Route route) {
    List<FollowUpPage.Group> groups = new ArrayList<>();
    List<FollowUpPage.Row> rows = new ArrayList<>();
    SentenceRef first = null;
    for (FollowUpRefs.Numbered numbered : FollowUpRefs.numbered(followUp)) {
      SentenceRef ref = numbered.item().item().ref();
      if (numbered.isStatement() && ref.anchor().equals(ref.section().anchor())) {
        continue; // A heading that commits to nothing stands above its group already.
      }
      if (first != null && !first.section().anchor().equals(ref.section().anchor())) {
        groups.add(group(followUp, route, first, rows));
        rows = new ArrayList<>();
        first = null;
      }
      first = first == null ? ref : first;
      rows.add(row(followUp, route, numbered));
    }
    if (first != null) {
      groups.add(group(followUp, route, first, rows));
    }
    return groups;
  }

  private FollowUpPage.Group group(
      FollowUp followUp, Route route, SentenceRef first, List<FollowUpPage.Row> rows) {
    return new FollowUpPage.Group(
        "g-" + first.section().anchor(),
        new Link(
            first.section().label(),
            href(route, followUp.plan().orElseThrow(), first.section().anchor())),
        rows);
  }

  private FollowUpPage.Row row(FollowUp followUp, Route route, FollowUpRefs.Numbered numbered) {
    FollowUp.Item item = numbered.item();
    String text = item.item().text();
    List<FollowUpPage.OutcomeCell> outcomes = new ArrayList<>();
    int shown = numbered.isStatement() ? 0 : OUTCOMES;
    for (Outcome outcome : item.outcomes().stream().limit(shown).toList()) {
      outcomes.add(outcome(route, followUp.account().orElseThrow(), outcome.ref(), text));
    }
    String best = outcomes.isEmpty() ? "" : item.outcomes().getFirst().ref().text();
    return new FollowUpPage.Row(
        numbered.anchor(),
        numbered.isStatement() ? "" : Integer.toString(numbered.number()),
        numbered.isStatement(),
        marked(text, best),
        href(route, followUp.plan().orElseThrow(), item.item().ref().anchor()),
        item.state().word(),
        site.stateSign(item.state()),
        site.stateName(item.state()),
        outcomes);
  }

  private FollowUpPage.OutcomeCell outcome(
      Route route, ReportId account, SentenceRef ref, String item) {
    return new FollowUpPage.OutcomeCell(
        marked(ref.text(), item), href(route, account, ref.anchor()), section(route, account, ref));
  }

  /** The section a sentence stands in; nothing if the sentence is its heading. */
  private Link section(Route route, ReportId account, SentenceRef ref) {
    String anchor = ref.section().anchor();
    return ref.anchor().equals(anchor)
        ? Link.NONE
        : new Link(ref.section().label(), href(route, account, anchor));
  }

  private List<FollowUpPage.Unplanned> unplanned(FollowUp followUp, Route route) {
    List<FollowUpPage.Unplanned> unplanned = new ArrayList<>();
    for (SentenceRef ref : followUp.unplanned()) {
      ReportId account = followUp.account().orElseThrow();
      unplanned.add(
          new FollowUpPage.Unplanned(
              FollowUpRefs.unplannedAnchor(ref.anchor()),
              marked(ref.text(), ""),
              href(route, account, ref.anchor()),
              section(route, account, ref)));
    }
    return unplanned;
  }

  /** A sentence with the characters marked that it has in a row with another. */
  private Html marked(String text, String other) {
    Markup out = new Markup(text.length() + 64);
    int done = 0;
    for (Span span : ProseMarkup.shared(text, other, SHARED)) {
      prose.plain(out, text.substring(done, span.start()));
      out.raw("<b>");
      prose.plain(out, span.of(text));
      out.raw("</b>");
      done = span.end();
    }
    prose.plain(out, text.substring(done));
    return out.html();
  }

  private List<FollowUpPage.Meaning> meanings() {
    List<FollowUpPage.Meaning> meanings = new ArrayList<>();
    for (State state : State.values()) {
      meanings.add(
          new FollowUpPage.Meaning(
              state.word(),
              site.stateSign(state),
              site.stateName(state),
              site.text("meaning." + state.word())));
    }
    return meanings;
  }

  private Link neighbour(Route route, List<FollowUp> sameKind, int year, boolean before) {
    return sameKind.stream()
        .filter(f -> before ? f.targetYear() < year : f.targetYear() > year)
        .min(Comparator.comparingInt(f -> Math.abs(f.targetYear() - year)))
        .map(f -> new Link(title(f), route.linkTo(FollowUpRefs.route(site.plan(), f))))
        .orElse(Link.NONE);
  }

  private String href(Route route, ReportId report, String anchor) {
    return site.has(report) ? route.linkTo(site.plan().report(report), anchor) : "";
  }
}
