package annals.page;

import annals.archive.ReportRecord;
import annals.archive.UnitArchive;
import annals.compare.FollowUp;
import annals.compare.Outcome;
import annals.compare.SentenceRef;
import annals.compare.State;
import annals.outline.Passage;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands beside the sentences of a report: beside a plan sentence what the later report says
 * of it, beside a summary sentence which plan it answers.
 */
final class ReportNotes {
  /**
   * How many plan items a summary sentence names beside it; the rest is on the follow-up's page.
   */
  private static final int ANSWERS = 3;

  private final Site site;
  private final Route route;
  private final ProseMarkup prose;
  private final Map<String, PlanNote> plans = new HashMap<>();
  private final Map<String, List<Answer>> answers = new HashMap<>();
  private final Map<String, String> unplanned = new HashMap<>();

  /** The sentence beside which a sentence's note stands: an earlier one that answers the same. */
  private final Map<String, String> noted = new HashMap<>();

  /** Beside a plan sentence. */
  private record PlanNote(FollowUp followUp, FollowUpRefs.Numbered numbered) {}

  /** Beside a summary sentence: one plan item that it answers. */
  private record Answer(FollowUp followUp, FollowUpRefs.Numbered numbered, double score) {}

  ReportNotes(Site site, Route route, ReportRecord record, UnitArchive archive) {
    ReportId report = record.id();
    this.site = site;
    this.route = route;
    this.prose = new ProseMarkup(site.labels());
    FollowUpRefs.ofPlan(archive, report)
        .ifPresent(
            followUp -> {
              for (FollowUpRefs.Numbered numbered : FollowUpRefs.numbered(followUp)) {
                if (!numbered.isStatement()) {
                  plans.put(
                      numbered.item().item().ref().anchor(), new PlanNote(followUp, numbered));
                }
              }
            });
    List<FollowUp> into =
        FollowUpRefs.intoAccount(archive, report).stream()
            .filter(f -> f.plan().isPresent())
            .toList();
    into.forEach(this::collectAnswers);
    into.forEach(this::collectUnplanned);
    record.outline().walk().forEach(this::placeNotes);
  }

  /** A run-in heading is read in one go with the paragraph that it begins. */
  private void placeNotes(Section section) {
    List<Sentence> together = new ArrayList<>();
    section.headingSentence().ifPresent(together::add);
    for (Passage passage : section.body()) {
      together.addAll(passage.sentences());
      placeNotes(together);
      together.clear();
    }
  }

  /** Sentences in a row that answer the same item share a note. */
  private void placeNotes(List<Sentence> sentences) {
    Map<String, String> first = new HashMap<>();
    for (Sentence sentence : sentences) {
      List<Answer> answered = answers.get(sentence.anchor());
      if (answered != null) {
        String item = answered.getFirst().numbered().anchor();
        noted.put(sentence.anchor(), first.computeIfAbsent(item, key -> sentence.anchor()));
      }
    }
  }

  private boolean hasOwnAnswerNote(Sentence sentence) {
    return answers.containsKey(sentence.anchor())
        && noted.getOrDefault(sentence.anchor(), sentence.anchor()).equals(sentence.anchor());
  }

  private void collectAnswers(FollowUp followUp) {
    for (FollowUpRefs.Numbered numbered : FollowUpRefs.numbered(followUp)) {
      if (numbered.isStatement()) {
        continue;
      }
      for (Outcome outcome : numbered.item().outcomes()) {
        answers
            .computeIfAbsent(outcome.ref().anchor(), anchor -> new ArrayList<>())
            .add(new Answer(followUp, numbered, outcome.score()));
      }
    }
  }

  private void collectUnplanned(FollowUp followUp) {
    Route page = FollowUpRefs.route(site.plan(), followUp);
    for (SentenceRef ref : followUp.unplanned()) {
      if (!answers.containsKey(ref.anchor())) {
        unplanned.putIfAbsent(
            ref.anchor(), route.linkTo(page, FollowUpRefs.unplannedAnchor(ref.anchor())));
      }
    }
  }

  boolean isEmpty() {
    return answers.isEmpty()
        && plans.values().stream().allMatch(n -> state(n) == State.NO_LATER_REPORT);
  }

  private static State state(PlanNote note) {
    return note.numbered().item().state();
  }

  /** Writes the sign in front of a sentence. */
  void sign(Markup out, Sentence sentence) {
    PlanNote plan = plans.get(sentence.anchor());
    if (plan != null) {
      planSign(out, plan);
    } else if (answers.containsKey(sentence.anchor())) {
      answerSign(out, sentence.anchor());
    } else if (unplanned.containsKey(sentence.anchor())) {
      out.raw("<a class=\"sign unplanned\"")
          .attribute("href", unplanned.get(sentence.anchor()))
          .attribute("title", site.stateName(State.UNPLANNED))
          .attribute("aria-label", site.stateName(State.UNPLANNED))
          .raw(">")
          .text(site.stateSign(State.UNPLANNED))
          .raw("</a>");
    }
  }

  private void planSign(Markup out, PlanNote plan) {
    State state = state(plan);
    int number = plan.numbered().number();
    String href =
        state == State.NO_LATER_REPORT
            ? route.linkTo(
                FollowUpRefs.route(site.plan(), plan.followUp()), plan.numbered().anchor())
            : "#n-" + number;
    String words = site.text("note.sign", number, site.stateName(state));
    out.raw("<a class=\"sign ")
        .raw(state.word())
        .raw("\"")
        .attribute("href", href)
        .attribute("title", words)
        .attribute("aria-label", words)
        .raw(">")
        .text(site.stateSign(state))
        .raw("<sup>")
        .raw(number)
        .raw("</sup></a>");
  }

  private void answerSign(Markup out, String anchor) {
    State state = answers.get(anchor).getFirst().numbered().item().state();
    out.raw("<a class=\"sign answer ")
        .raw(state.word())
        .raw("\"")
        .attribute("href", "#a-" + noted.getOrDefault(anchor, anchor))
        .attribute("title", site.text("note.answers"))
        .attribute("aria-label", site.text("note.answers"))
        .raw(">")
        .text(site.text("sign.answer"))
        .raw("</a>");
  }

  /** Writes the notes on some sentences; nothing if there are none. */
  void write(Markup out, List<Sentence> sentences) {
    int notes = 0;
    Set<State> seen = new HashSet<>();
    for (Sentence sentence : sentences) {
      PlanNote plan = plans.get(sentence.anchor());
      if (plan != null && state(plan) != State.NO_LATER_REPORT) {
        notes++;
        seen.add(state(plan));
      }
      if (hasOwnAnswerNote(sentence)) {
        notes++;
      }
    }
    if (notes == 0) {
      return;
    }
    out.raw("<details class=\"notes\" open><summary>");
    for (State state : State.values()) {
      if (seen.contains(state)) {
        out.raw("<span class=\"")
            .raw(state.word())
            .raw("\" aria-hidden=\"true\">")
            .text(site.stateSign(state))
            .raw("</span> ");
      }
    }
    out.text(site.text("note.count", notes)).raw("</summary>\n<ul>\n");
    for (Sentence sentence : sentences) {
      PlanNote plan = plans.get(sentence.anchor());
      if (plan != null && state(plan) != State.NO_LATER_REPORT) {
        planNote(out, sentence, plan);
      }
      if (hasOwnAnswerNote(sentence)) {
        answerNote(out, sentence, answers.get(sentence.anchor()));
      }
    }
    out.raw("</ul></details>\n");
  }

  private void planNote(Markup out, Sentence sentence, PlanNote plan) {
    FollowUpRefs.Numbered numbered = plan.numbered();
    State state = state(plan);
    open(out, "n-" + numbered.number(), state, sentence);
    out.text(site.stateSign(state))
        .raw(numbered.number())
        .raw("</a> <b>")
        .text(site.stateName(state))
        .raw("</b>");
    List<Outcome> outcomes = numbered.item().outcomes();
    plan.followUp()
        .account()
        .ifPresent(
            account -> {
              if (!outcomes.isEmpty()) {
                SentenceRef best = outcomes.getFirst().ref();
                quote(out, account, best, site.text("note.in-summary", site.yearAndKind(account)));
              }
            });
    if (outcomes.size() > 1) {
      Route page = FollowUpRefs.route(site.plan(), plan.followUp());
      out.raw(" <a class=\"more\"")
          .attribute("href", route.linkTo(page, numbered.anchor()))
          .raw(">")
          .text(site.text("note.more", outcomes.size() - 1))
          .raw("</a>");
    }
    out.raw("</li>\n");
  }

  private void answerNote(Markup out, Sentence sentence, List<Answer> answered) {
    Answer first = answered.getFirst();
    open(out, "a-" + sentence.anchor(), first.numbered().item().state(), sentence);
    out.text(site.text("sign.answer")).raw("</a> ");
    int shown = 0;
    for (Answer answer : answered) {
      if (shown == ANSWERS) {
        break;
      }
      if (shown++ > 0) {
        out.raw("<br>");
      }
      Route page = FollowUpRefs.route(site.plan(), answer.followUp());
      out.raw("<a class=\"item\"")
          .attribute("href", route.linkTo(page, answer.numbered().anchor()))
          .raw(">")
          .text(site.text("note.item", answer.followUp().targetYear(), answer.numbered().number()))
          .raw("</a>");
      answer
          .followUp()
          .plan()
          .ifPresent(plan -> quote(out, plan, answer.numbered().item().item().ref(), ""));
    }
    if (answered.size() > ANSWERS) {
      out.raw(" <span class=\"more\">")
          .text(site.text("note.more", answered.size() - ANSWERS))
          .raw("</span>");
    }
    out.raw("</li>\n");
  }

  private static void open(Markup out, String id, State state, Sentence sentence) {
    out.raw("<li")
        .attribute("id", id)
        .raw(" class=\"")
        .raw(state.word())
        .raw("\"><a class=\"back\"")
        .attribute("href", "#" + sentence.anchor())
        .raw(">");
  }

  private void quote(Markup out, ReportId report, SentenceRef ref, String before) {
    out.raw(" ").text(before).raw("<q><a");
    out.attribute("href", route.linkTo(site.plan().report(report), ref.anchor())).raw(">");
    prose.plain(out, ref.text());
    out.raw("</a></q>");
  }
}
