package annals.page;

import annals.compare.FollowUp;
import annals.compare.Ledger;
import annals.compare.Outcome;
import annals.compare.SentenceRef;
import annals.compare.Standing;
import annals.compare.State;
import annals.outline.Outline;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
  private record View(String page, String other, String name) {}

  /** Beside a plan sentence. */
  private record PlanNote(View ledger, Ledger.Row row) {
    Standing standing() {
      return row.item().standing();
    }

    boolean isWaiting() {
      return standing() == State.NO_LATER_REPORT;
    }
  }

  /** Beside a summary sentence: one plan item that it answers. */
  private record Answer(View ledger, int year, Ledger.Row row, double score) {}

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

  private View ledger(FollowUpRefs.Ref ref, Optional<ReportId> other, String name) {
    return new View(
        route.linkTo(ref.route()),
        other.map(id -> route.linkTo(site.plan().report(id))).orElse(""),
        name);
  }

  private void collectPlan(FollowUpRefs.Ref ref) {
    Optional<ReportId> account = ref.followUp().account();
    String name = account.map(id -> site.text("note.in-summary", site.yearAndKind(id))).orElse("");
    View ledger = ledger(ref, account, name);
    for (Ledger.Row row : ref.ledger().rows()) {
      plans.put(row.plan().ref().anchor(), new PlanNote(ledger, row));
    }
  }

  private void collectAnswers(FollowUpRefs.Ref ref) {
    FollowUp followUp = ref.followUp();
    View ledger = ledger(ref, followUp.plan(), "");
    for (Ledger.Row row : ref.ledger().rows()) {
      for (Outcome outcome : row.item().outcomes()) {
        if (outcome.added().isEmpty() || outcome.added().equals(followUp.account())) {
          answers
              .computeIfAbsent(outcome.ref().anchor(), anchor -> new ArrayList<>())
              .add(new Answer(ledger, followUp.targetYear(), row, outcome.score()));
        }
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
        String item = FollowUpRefs.anchor(answered.getFirst().row().plan());
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
    Standing standing = plan.standing();
    int number = plan.row().number();
    out.raw("<a class=\"sign");
    if (isMarked(standing)) {
      out.raw(" ").raw(standing.word());
    }
    out.raw("\" href=\"");
    if (plan.isWaiting()) {
      out.text(plan.ledger().page()).raw("#").text(FollowUpRefs.anchor(plan.row().plan()));
    } else {
      out.raw("#n-").raw(number);
    }
    out.raw("\"").attribute("aria-label", site.text("note.sign", number, site.stateName(standing)));
    out.raw(">").text(site.stateSign(standing)).raw("<sup>").raw(number).raw("</sup></a>");
  }

  /** Whether a standing looks different from what was found. */
  private static boolean isMarked(Standing standing) {
    return standing != State.FOUND && standing != State.PARTLY;
  }

  /** Writes the notes on some sentences; nothing if there are none. */
  void write(Markup out, List<Sentence> sentences) {
    int notes = 0;
    Set<Standing> seen = new HashSet<>();
    for (Sentence sentence : sentences) {
      PlanNote plan = plans.get(sentence.anchor());
      if (plan != null && !plan.isWaiting()) {
        notes++;
        seen.add(plan.standing());
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
      Site.STANDINGS.stream()
          .filter(seen::contains)
          .forEach(standing -> out.text(site.stateSign(standing)).raw(" "));
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
    int number = plan.row().number();
    Standing standing = plan.standing();
    View ledger = plan.ledger();
    out.raw("<li id=\"n-").raw(number).raw("\"");
    if (isMarked(standing)) {
      out.raw(" class=\"").raw(standing.word()).raw("\"");
    }
    out.raw(">");
    back(out, sentence, site.stateSign(standing)).raw(number).raw("</a> <b>");
    out.text(site.stateName(standing)).raw("</b>");
    plan.row().item().ruled().ifPresent(ruled -> out.text(new RulingWords(site).brief(ruled)));
    List<Outcome> outcomes = plan.row().item().outcomes();
    if (!outcomes.isEmpty()) {
      Outcome first = outcomes.getFirst();
      SentenceRef best = first.ref();
      Integer before = quoted.putIfAbsent(best.anchor(), number);
      String name =
          first.added().map(id -> site.text("note.in-report", site.yearAndKind(id))).orElse("");
      out.raw(" ").text(name.isEmpty() ? ledger.name() : name);
      if (before == null) {
        String other =
            first.added().map(id -> route.linkTo(site.plan().report(id))).orElse(ledger.other());
        quote(out, other, best);
      } else {
        out.raw("<a href=\"#n-").raw(before).raw("\">");
        out.text(site.text("note.same", before)).raw("</a>");
      }
    }
    if (outcomes.size() > 1) {
      item(out.raw(" "), ledger, plan.row());
      out.text(site.text("note.more", outcomes.size() - 1)).raw("</a>");
    }
    out.raw("</li>\n");
  }

  private void answerNote(Markup out, Sentence sentence, Place place, List<Answer> answered) {
    Answer best = answered.getFirst();
    out.raw("<li id=\"").raw(place.id()).raw("\">");
    back(out, sentence, site.text("sign.answer")).raw("</a> ");
    item(out, best.ledger(), best.row());
    out.text(site.text("note.item", best.year(), best.row().number())).raw("</a>");
    quote(out, best.ledger().other(), best.row().plan().ref());
    int shown = Math.min(ANSWERS, answered.size());
    for (int i = 1; i < shown; i++) {
      Answer also = answered.get(i);
      out.raw(" ").text(i == 1 ? site.text("note.also") : "");
      item(out, also.ledger(), also.row());
      out.text(site.text("note.also-item", also.row().number())).raw("</a>");
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
  private static void item(Markup out, View ledger, Ledger.Row row) {
    out.raw("<a href=\"")
        .text(ledger.page())
        .raw("#")
        .text(FollowUpRefs.anchor(row.plan()))
        .raw("\">");
  }

  private void quote(Markup out, String report, SentenceRef ref) {
    out.raw("<q><a href=\"").text(report).raw("#").text(ref.anchor()).raw("\">");
    String text = ref.text();
    boolean cut = text.length() >= QUOTE + REST;
    int end = cut && Character.isHighSurrogate(text.charAt(QUOTE - 1)) ? QUOTE - 1 : QUOTE;
    prose.plain(out, cut ? text.substring(0, end) : text);
    out.raw(cut ? "…</a></q>" : "</a></q>");
  }
}
