package annals.compare;

import annals.outline.Role;
import annals.report.Kinds;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Puts what people decided over what the texts show. */
public final class Rulings {
  private Rulings() {}

  /** Where the sentences of an outcome link stand. */
  public record Found(ReportId report, List<SentenceRef> sentences) {
    public Found {
      sentences = List.copyOf(sentences);
    }
  }

  /** The rulings on the plan of a report. */
  public static List<Ruling> on(List<Ruling> rulings, int targetYear, String kind) {
    return rulings.stream()
        .filter(ruling -> ruling.targetYear() == targetYear && isKind(ruling.kind(), kind))
        .toList();
  }

  /** Whether a kind as written in a file of rulings, perhaps left out, means this kind. */
  public static boolean isKind(String written, String kind) {
    return written.isEmpty()
        ? kind.equals(Kinds.WORK) || kind.equals(Kinds.GOVERNMENT)
        : written.equals(kind);
  }

  /**
   * A follow-up as people left it.
   *
   * @param rulings those on this plan
   * @param reports gives the sentences that an outcome link leads to
   */
  public static FollowUp apply(
      FollowUp followUp,
      List<Ruling> rulings,
      Function<Ruling.OutcomeLink, Optional<Found>> reports) {
    if (rulings.isEmpty()) {
      return followUp;
    }
    RulingMatch match =
        RulingMatch.of(followUp.items().stream().map(FollowUp.Item::item).toList(), rulings);
    List<FollowUp.Item> items = new ArrayList<>();
    for (FollowUp.Item item : followUp.items()) {
      RulingMatch.Matched matched = match.rulings().get(item.item().id());
      items.add(matched == null ? item : ruled(item, matched, followUp, reports));
    }
    return new FollowUp(
        followUp.targetYear(),
        followUp.plan(),
        followUp.account(),
        items,
        unplanned(followUp, items),
        match.homeless());
  }

  private static FollowUp.Item ruled(
      FollowUp.Item item,
      RulingMatch.Matched matched,
      FollowUp followUp,
      Function<Ruling.OutcomeLink, Optional<Found>> reports) {
    Ruling ruling = matched.ruling();
    List<Outcome> outcomes = new ArrayList<>();
    List<Ruling.OutcomeLink> lost = new ArrayList<>();
    for (Ruling.OutcomeLink link : ruling.added()) {
      Optional<Found> found = reports.apply(link);
      found.ifPresentOrElse(
          f -> f.sentences().forEach(s -> outcomes.add(new Outcome(s, 1, Optional.of(f.report())))),
          () -> lost.add(link));
    }
    boolean added = !outcomes.isEmpty();
    Set<String> gone = new HashSet<>();
    outcomes.stream()
        .filter(outcome -> outcome.added().equals(followUp.account()))
        .forEach(outcome -> gone.add(outcome.ref().anchor()));
    for (Ruling.OutcomeLink link : ruling.struck()) {
      reports
          .apply(link)
          .filter(found -> Optional.of(found.report()).equals(followUp.account()))
          .ifPresent(found -> found.sentences().forEach(s -> gone.add(s.anchor())));
    }
    item.outcomes().stream()
        .filter(outcome -> !gone.contains(outcome.ref().anchor()))
        .forEach(outcomes::add);
    return new FollowUp.Item(
        item.item(),
        state(item.item(), item.state(), added, outcomes),
        outcomes,
        Optional.of(new FollowUp.Ruled(ruling, matched.stale(), item.state(), lost)));
  }

  private static State state(PlanItem item, State machine, boolean added, List<Outcome> outcomes) {
    if (added) {
      return State.FOUND;
    }
    if (machine == State.NO_LATER_REPORT) {
      return machine;
    }
    return FollowUps.state(true, item, outcomes);
  }

  /** Without the sentences that people gave an item, and with those they took from the last one. */
  private static List<SentenceRef> unplanned(FollowUp followUp, List<FollowUp.Item> items) {
    Set<String> answering = new HashSet<>();
    items.stream()
        .flatMap(item -> item.outcomes().stream())
        .filter(o -> o.added().isEmpty() || o.added().equals(followUp.account()))
        .forEach(outcome -> answering.add(outcome.ref().anchor()));
    List<SentenceRef> unplanned = new ArrayList<>(followUp.unplanned());
    followUp.items().stream()
        .flatMap(item -> item.outcomes().stream())
        .map(Outcome::ref)
        .filter(ref -> ref.section().role() == Role.SUMMARY && FollowUps.isDeed(ref))
        .filter(ref -> unplanned.stream().noneMatch(u -> u.anchor().equals(ref.anchor())))
        .forEach(unplanned::add);
    unplanned.removeIf(ref -> answering.contains(ref.anchor()));
    unplanned.sort(Comparator.comparingInt(ref -> ref.section().line()));
    return unplanned;
  }
}
