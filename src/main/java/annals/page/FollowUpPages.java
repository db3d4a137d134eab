package annals.page;

import annals.archive.UnitArchive;
import annals.archive.UnitSummary.Tally;
import annals.compare.FollowUp;
import annals.compare.RuledState;
import annals.compare.Standing;
import annals.compare.State;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the pages on which plans stand beside what became of them. */
final class FollowUpPages {
  /** What the texts show first, then what people find. */
  private static final List<Standing> MEANINGS =
      Stream.<Standing>concat(Stream.of(State.values()), Stream.of(RuledState.values())).toList();

  private final Site site;
  private final Frames frames;

  FollowUpPages(Site site) {
    this.site = site;
    this.frames = new Frames(site);
  }

  /** The pages of the follow-ups that belong to this unit; others have theirs in the other unit. */
  List<Page> of(UnitArchive archive, FollowUpRefs followUps) {
    List<FollowUpRefs.Ref> own = followUps.ownedBy(archive.unit().slug());
    List<Page> pages = new ArrayList<>();
    for (FollowUpRefs.Ref ref : own) {
      String kind = ref.owner().kind();
      pages.add(page(ref, own.stream().filter(r -> r.owner().kind().equals(kind)).toList()));
    }
    return pages;
  }

  private FollowUpPage page(FollowUpRefs.Ref ref, List<FollowUpRefs.Ref> sameKind) {
    FollowUp followUp = ref.followUp();
    ReportId owner = ref.owner();
    Route route = ref.route();
    int year = followUp.targetYear();
    String unit = site.unitName(owner.unit(), owner.year());
    String title = title(ref);
    String heading = site.text("followup.heading", unit, title);
    List<ReportId> reports =
        Stream.of(followUp.plan(), followUp.account()).flatMap(Optional::stream).toList();
    Tally tally = ref.tally();
    FollowUpTable table = new FollowUpTable(site, ref);
    return new FollowUpPage(
        frames.frame(
            route,
            Frames.Part.UNITS,
            heading,
            title,
            List.of(frames.units(route), frames.unit(route, owner.unit())),
            reports),
        ref.ledger(),
        heading,
        lead(followUp, tally),
        side(followUp.plan(), route, site.text("followup.plan", year), planAbsent(ref)),
        side(
            followUp.account(),
            route,
            site.text("followup.account", year),
            site.text("followup.account-absent")),
        condition(followUp),
        ref.ledger().rows().stream().anyMatch(row -> !row.figures().isEmpty()),
        notice(ref, unit),
        ref.bar(),
        filters(tally),
        table.items(),
        table.unplanned(),
        site.text(
            followUp.plan().isPresent() ? "followup.unplanned" : "followup.unmatched",
            followUp.unplanned().size()),
        table.statements(),
        site.text("followup.statements", ref.ledger().statements().size()),
        table.homeless(),
        site.text("followup.homeless", followUp.homeless().size()),
        meanings(),
        neighbour(route, sameKind, year, true),
        neighbour(route, sameKind, year, false));
  }

  private String title(FollowUpRefs.Ref ref) {
    ReportId about = at(ref.owner(), ref.followUp().targetYear());
    return site.text("followup.title", site.yearAndKind(about));
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
      default -> site.text("followup.lead", year, tally.commitments(), Bar.words(site, tally));
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

  private String planAbsent(FollowUpRefs.Ref ref) {
    if (ref.followUp().plan().isPresent()) {
      return "";
    }
    ReportId before = at(ref.owner(), ref.followUp().targetYear() - 1);
    return site.has(before)
        ? site.text("followup.plan-missing-part", before.year())
        : site.text("followup.plan-missing-report", before.year());
  }

  /** What is missing, why, and what would fill it. */
  private List<String> notice(FollowUpRefs.Ref ref, String unit) {
    int year = ref.followUp().targetYear();
    return switch (condition(ref.followUp())) {
      case "waiting" ->
          List.of(
              site.text("followup.waiting-what", year),
              site.text("followup.waiting-why", unit, year),
              site.text("followup.waiting-fill"));
      case "planless" ->
          List.of(
              site.text("followup.planless-what", year),
              planAbsent(ref),
              site.text("followup.planless-fill", year - 1));
      default -> List.of();
    };
  }

  private List<FollowUpPage.StateWord> filters(Tally tally) {
    List<FollowUpPage.StateWord> words = new ArrayList<>();
    for (Standing standing : Site.STANDINGS) {
      if (standing != State.UNPLANNED && tally.count(standing) > 0) {
        words.add(
            new FollowUpPage.StateWord(
                standing.word(),
                site.stateSign(standing),
                site.stateName(standing),
                tally.count(standing)));
      }
    }
    return words;
  }

  private List<FollowUpPage.Meaning> meanings() {
    List<FollowUpPage.Meaning> meanings = new ArrayList<>();
    for (Standing standing : MEANINGS) {
      meanings.add(
          new FollowUpPage.Meaning(
              standing.word(),
              site.stateSign(standing),
              site.stateName(standing),
              site.text("meaning." + standing.word())));
    }
    return meanings;
  }

  private Link neighbour(Route route, List<FollowUpRefs.Ref> sameKind, int year, boolean before) {
    Comparator<FollowUpRefs.Ref> byYear = Comparator.comparingInt(r -> r.followUp().targetYear());
    return sameKind.stream()
        .filter(r -> before ? r.followUp().targetYear() < year : r.followUp().targetYear() > year)
        .min(before ? byYear.reversed() : byYear)
        .map(r -> new Link(title(r), route.linkTo(r.route())))
        .orElse(Link.NONE);
  }
}
