package annals.page;

import annals.compare.FollowUp;
import annals.compare.Outcome;
import annals.compare.SentenceRef;
import annals.compare.State;
import annals.outline.Outline;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands beside the sentences of a report: beside a plan sentence what the later report says
 * of it, beside a summary sentence which plan it answers. A section quotes the same sentence once.
 */
final class ReportNotes {
  /**
   * How many plan items a summary sentence names beside it; the rest is on the follow-up's page.
   */
  private static final int ANSWERS = 3;

  /** Characters of a quotation: what two lines of the margin show. The link leads to the rest. */
  private static final int QUOTE = 30;

  /** Fewer characters than this are not worth an ellipsis. */
  private static final int REST = 5;

  private static final Comparator<Answer> BEST_FIRST =
      Comparator.comparingDouble(Answer::score).reversed();

  private final Site site;
  private final Route route;
  private final ProseMarkup prose;
  private final Map<String, PlanNote> plans = new HashMap<>();
  private final Map<String, List<Answer>> answers = new HashMap<>();
  private final Map<String, String> unplanned = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private int placed;

  /** In the present section: which sentences were quoted, and in the note on which item. */
  private final Map<String, Integer> quoted = new HashMap<>();

  /**
   * A follow-up as seen from this report.
   *
   * @param page the address of its page
   * @param other the address of the report at its other end; empty if there is none
   * @param name how a quotation of that report is introduced
   */
  private record Ledger(String page, String other, String name) {}

  /** Beside a plan sentence. */
  private record PlanNote(Ledger ledger, FollowUpRefs.Numbered numbered) {
    State state() {
      return numbered.item().state();
    }

    boolean isWaiting() {
      return state() == State.NO_LATER_REPORT;
    }
  }

  /** Beside a summary sentence: one plan item that it answers. */
  private record Answer(Ledger ledger, int year, FollowUpRefs.Numbered numbered, double score) {}

  /**
   * Where the note on a summary sentence stands.
   *
   * @param own whether beside the sentence itself; else beside an earlier one of the section that
   *     answers the same item
   */
  private record Place(String id, boolean own) {}

  ReportNotes(Site site, Route route, ReportId report, Outline outline, FollowUpRefs followUps) {
    this.site = site;
    this.route = route;
    this.prose = new ProseMarkup(site.labels());
    followUps.ofPlan(report).ifPresent(this::collectPlan);
    List<FollowUpRefs.Ref> into =
        followUps.intoAccount(report).stream()
            .filter(ref -> ref.followUp().plan().isPresent())
            .toList();
    into.forEach(this::collectAnswers);
    into.forEach(this::collectUnplanned);
    answers.values().forEach(list -> list.sort(BEST_FIRST));
    outline.sections().forEach(this::placeNotes);
  }

  private Ledger ledger(FollowUpRefs.Ref ref, Optional<ReportId> other, String name) {
    return new Ledger(
        route.linkTo(ref.route()),
        other.map(id -> route.linkTo(site.plan().report(id))).orElse(""),
        name);
  }

  private void collectPlan(FollowUpRefs.Ref ref) {
    Optional<ReportId> account = ref.followUp().account();
    String name = account.map(id -> site.text("note.in-summary", site.yearAndKind(id))).orElse("");
    Ledger ledger = ledger(ref, account, name);
    for (FollowUpRefs.Numbered numbered : ref.items()) {
      if (!numbered.isStatement()) {
        plans.put(numbered.item().item().ref().anchor(), new PlanNote(ledger, numbered));
      }
    }
  }

  private void collectAnswers(FollowUpRefs.Ref ref) {
    FollowUp followUp = ref.followUp();
    Ledger ledger = ledger(ref, followUp.plan(), "");
    for (FollowUpRefs.Numbered numbered : ref.items()) {
      if (numbered.isStatement()) {
        continue;
      }
      for (Outcome outcome : numbered.item().outcomes()) {
        answers
            .computeIfAbsent(outcome.ref().anchor(), anchor -> new ArrayList<>())
            .add(new Answer(ledger, followUp.targetYear(), numbered, outcome.score()));
      }
    }
  }

  private void collectUnplanned(FollowUpRefs.Ref ref) {
    String page = route.linkTo(ref.route());
    for (SentenceRef sentence : ref.followUp().unplanned()) {
      String anchor = sentence.anchor();
      if (!answers.containsKey(anchor)) {
        unplanned.putIfAbsent(anchor, page + "#" + FollowUpRefs.unplannedAnchor(anchor));
      }
    }
  }

  private void placeNotes(Section section) {
    Map<String, String> idsByItem = new HashMap<>();
    for (Sentence sentence : section.sentences()) {
      List<Answer> answered = answers.get(sentence.anchor());
      if (answered != null) {
        String item = answered.getFirst().numbered().anchor();
        String id = idsByItem.get(item);
        boolean own = id == null;
        if (own) {
          id = "a-" + ++placed;
          idsByItem.put(item, id);
        }
        places.put(sentence.anchor(), new Place(id, own));
      }
    }
    section.children().forEach(this::placeNotes);
  }

  boolean isEmpty() {
    return answers.isEmpty() && plans.values().stream().allMatch(PlanNote::isWaiting);
  }

  /** Begins a section: what was quoted in another may be quoted again. */
  void beginSection() {
    quoted.clear();
  }

  /** Writes the sign in front of a sentence. */
  void sign(Markup out, Sentence sentence) {
    String anchor = sentence.anchor();
    PlanNote plan = plans.get(anchor);
    if (plan != null) {
      planSign(out, plan);
      return;
    }
    Place place = places.get(anchor);
    if (place != null) {
      out.raw("<a class=\"sign\" href=\"#").raw(place.id()).raw("\"");
      out.attribute("aria-label", site.text("note.answers")).raw(">");
      out.text(site.text("sign.answer")).raw("</a>");
      return;
    }
    String href = unplanned.get(anchor);
    if (href != null) {
      out.raw("<a class=\"sign unplanned\"").attribute("href", href);
      out.attribute("aria-label", site.stateName(State.UNPLANNED)).raw(">");
      out.text(site.stateSign(State.UNPLANNED)).raw("</a>");
    }
  }

  private void planSign(Markup out, PlanNote plan) {
    State state = plan.state();
    int number = plan.numbered().number();
    out.raw(
        switch (state) {
          case FOUND, PARTLY, UNPLANNED -> "<a class=\"sign\" href=\"";
          case NOT_FOUND -> "<a class=\"sign not-found\" href=\"";
          case NO_LATER_REPORT -> "<a class=\"sign no-later-report\" href=\"";
        });
    if (plan.isWaiting()) {
      out.text(plan.ledger().page()).raw("#").text(plan.numbered().anchor());
    } else {
      out.raw("#n-").raw(number);
    }
    out.raw("\"").attribute("aria-label", site.text("note.sign", number, site.stateName(state)));
    out.raw(">").text(site.stateSign(state)).raw("<sup>").raw(number).raw("</sup></a>");
  }

  /** Writes the notes on some sentences; nothing if there are none. */
  void write(Markup out, List<Sentence> sentences) {
    int notes = 0;
    Set<State> seen = EnumSet.noneOf(State.class);
    for (Sentence sentence : sentences) {
      PlanNote plan = plans.get(sentence.anchor());
      if (plan != null && !plan.isWaiting()) {
        notes++;
        seen.add(plan.state());
      }
      Place place = places.get(sentence.anchor());
      if (place != null && place.own()) {
        notes++;
      }
    }
    if (notes == 0) {
      return;
    }
    out.raw("<details class=\"notes\" open><summary>");
    if (!seen.isEmpty()) {
      out.raw("<span aria-hidden=\"true\">");
      seen.forEach(state -> out.text(site.stateSign(state)).raw(" "));
      out.raw("</span>");
    }
    out.text(site.text("note.count", notes)).raw("</summary>\n<ul>\n");
    for (Sentence sentence : sentences) {
      PlanNote plan = plans.get(sentence.anchor());
      if (plan != null && !plan.isWaiting()) {
        planNote(out, sentence, plan);
      }
      Place place = places.get(sentence.anchor());
      if (place != null && place.own()) {
        answerNote(out, sentence, place, answers.get(sentence.anchor()));
      }
    }
    out.raw("</ul></details>\n");
  }

  private void planNote(Markup out, Sentence sentence, PlanNote plan) {
    int number = plan.numbered().number();
    State state = plan.state();
    Ledger ledger = plan.ledger();
    out.raw("<li id=\"n-").raw(number);
    out.raw(state == State.NOT_FOUND ? "\" class=\"not-found\">" : "\">");
    back(out, sentence, site.stateSign(state)).raw(number).raw("</a> <b>");
    out.text(site.stateName(state)).raw("</b>");
    List<Outcome> outcomes = plan.numbered().item().outcomes();
    if (!outcomes.isEmpty()) {
      SentenceRef best = outcomes.getFirst().ref();
      Integer before = quoted.putIfAbsent(best.anchor(), number);
      out.raw(" ").text(ledger.name());
      if (before == null) {
        quote(out, ledger, best);
      } else {
        out.raw("<a href=\"#n-").raw(before).raw("\">");
        out.text(site.text("note.same", before)).raw("</a>");
      }
    }
    if (outcomes.size() > 1) {
      item(out.raw(" "), ledger, plan.numbered());
      out.text(site.text("note.more", outcomes.size() - 1)).raw("</a>");
    }
    out.raw("</li>\n");
  }

  private void answerNote(Markup out, Sentence sentence, Place place, List<Answer> answered) {
    Answer best = answered.getFirst();
    out.raw("<li id=\"").raw(place.id()).raw("\">");
    back(out, sentence, site.text("sign.answer")).raw("</a> ");
    item(out, best.ledger(), best.numbered());
    out.text(site.text("note.item", best.year(), best.numbered().number())).raw("</a>");
    quote(out, best.ledger(), best.numbered().item().item().ref());
    int shown = Math.min(ANSWERS, answered.size());
    for (int i = 1; i < shown; i++) {
      Answer also = answered.get(i);
      out.raw(" ").text(i == 1 ? site.text("note.also") : "");
      item(out, also.ledger(), also.numbered());
      out.text(site.text("note.also-item", also.numbered().number())).raw("</a>");
    }
    if (answered.size() > shown) {
      out.raw(" ").text(site.text("note.more", answered.size() - shown));
    }
    out.raw("</li>\n");
  }

  /** The beginning of the link from a note back to its sentence. */
  private static Markup back(Markup out, Sentence sentence, String sign) {
    return out.raw("<a href=\"#").text(sentence.anchor()).raw("\">").text(sign);
  }

  /** The beginning of a link to an item in the follow-up's table. */
  private static void item(Markup out, Ledger ledger, FollowUpRefs.Numbered numbered) {
    out.raw("<a href=\"").text(ledger.page()).raw("#").text(numbered.anchor()).raw("\">");
  }

  private void quote(Markup out, Ledger ledger, SentenceRef ref) {
    out.raw("<q><a href=\"").text(ledger.other()).raw("#").text(ref.anchor()).raw("\">");
    String text = ref.text();
    boolean cut = text.length() >= QUOTE + REST;
    int end = cut && Character.isHighSurrogate(text.charAt(QUOTE - 1)) ? QUOTE - 1 : QUOTE;
    prose.plain(out, cut ? text.substring(0, end) : text);
    out.raw(cut ? "…</a></q>" : "</a></q>");
  }
}
