package annals.page;

import annals.compare.FollowUp;
import annals.compare.Outcome;
import annals.compare.SentenceRef;
import annals.compare.State;
import annals.report.ReportId;
import annals.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Writes what a follow-up's page shows: the plan's items by section with the sentences that report
 * on them, and the sentences that answer no item.
 */
final class FollowUpTable {
  /** Outcomes shown for an item; the data files have them all. */
  private static final int OUTCOMES = 3;

  /** Fewer characters in a row than this are in every sentence and say nothing. */
  private static final int SHARED = 3;

  private final Site site;
  private final FollowUpRefs.Ref ref;
  private final ProseMarkup prose;

  /** Whether the table has a column for outcomes. */
  private final boolean compared;

  /** The addresses of both reports; empty where there is no page. */
  private final String plan;

  private final String account;

  FollowUpTable(Site site, FollowUpRefs.Ref ref) {
    FollowUp followUp = ref.followUp();
    this.site = site;
    this.ref = ref;
    this.prose = new ProseMarkup(site.labels());
    this.compared = followUp.account().isPresent();
    this.plan = address(followUp.plan());
    this.account = address(followUp.account());
  }

  private String address(Optional<ReportId> report) {
    return report
        .filter(site::has)
        .map(id -> ref.route().linkTo(site.plan().report(id)))
        .orElse("");
  }

  /** A table body for each section of the plan; empty if there are no items. */
  Html items() {
    Markup out = new Markup(24 * 1024);
    String section = "";
    for (FollowUpRefs.Numbered numbered : ref.items()) {
      SentenceRef sentence = numbered.item().item().ref();
      String anchor = sentence.section().anchor();
      if (numbered.isStatement() && sentence.anchor().equals(anchor)) {
        continue; // A heading that commits to nothing stands above its group already.
      }
      if (!anchor.equals(section)) {
        out.raw(section.isEmpty() ? "" : "</tbody>\n");
        group(out, sentence);
        section = anchor;
      }
      row(out, numbered);
    }
    out.raw(section.isEmpty() ? "" : "</tbody>\n");
    return out.html();
  }

  private void group(Markup out, SentenceRef first) {
    String anchor = first.section().anchor();
    out.raw("<tbody id=\"g-").text(anchor).raw("\">\n");
    out.raw("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"").raw(compared ? 4 : 3);
    out.raw("\">");
    link(out, plan, anchor, first.section().label());
    out.raw("</th></tr>\n");
  }

  private void row(Markup out, FollowUpRefs.Numbered numbered) {
    FollowUp.Item item = numbered.item();
    boolean statement = numbered.isStatement();
    List<Outcome> outcomes = statement ? List.of() : item.outcomes();
    out.raw("<tr id=\"").text(numbered.anchor()).raw("\" class=\"");
    out.raw(statement ? "statement" : item.state().word()).raw("\"><td>");
    if (!statement) {
      out.raw(numbered.number());
    }
    out.raw("</td><td>");
    String best = outcomes.isEmpty() ? "" : outcomes.getFirst().ref().text();
    sentence(out, plan, item.item().ref(), best);
    if (compared) {
      out.raw("</td><td>");
      for (int i = 0; i < Math.min(OUTCOMES, outcomes.size()); i++) {
        SentenceRef outcome = outcomes.get(i).ref();
        out.raw("<p>");
        sentence(out, account, outcome, item.item().text());
        where(out, outcome);
        out.raw("</p>");
      }
      out.raw(outcomes.isEmpty() ? "<span class=\"none\" aria-hidden=\"true\">—</span>" : "");
    }
    out.raw("</td><td>");
    if (statement) {
      out.text(site.text("followup.statement"));
    } else {
      state(out, item.state());
    }
    out.raw("</td></tr>\n");
  }

  private void state(Markup out, State state) {
    out.raw("<span aria-hidden=\"true\">").text(site.stateSign(state)).raw("</span> ");
    out.text(site.stateName(state));
  }

  /** The sentences that answer no item, as the items of a list; empty if there are none. */
  Html unplanned() {
    Markup out = new Markup(4 * 1024);
    for (SentenceRef sentence : ref.followUp().unplanned()) {
      out.raw("<li id=\"").text(FollowUpRefs.unplannedAnchor(sentence.anchor())).raw("\">");
      sentence(out, account, sentence, "");
      where(out, sentence);
      out.raw("</li>\n");
    }
    return out.html();
  }

  /** The section a sentence stands in; nothing if the sentence is its heading. */
  private void where(Markup out, SentenceRef sentence) {
    String anchor = sentence.section().anchor();
    if (!account.isEmpty() && !sentence.anchor().equals(anchor)) {
      link(out.raw(" "), account, anchor, sentence.section().label());
    }
  }

  private void sentence(Markup out, String report, SentenceRef sentence, String other) {
    boolean linked = open(out, report, sentence.anchor());
    marked(out, sentence.text(), other);
    out.raw(linked ? "</a>" : "");
  }

  private static void link(Markup out, String report, String anchor, String text) {
    boolean linked = open(out, report, anchor);
    out.text(text).raw(linked ? "</a>" : "");
  }

  /** Opens a link into a report; nothing if the report has no page. */
  private static boolean open(Markup out, String report, String anchor) {
    if (report.isEmpty()) {
      return false;
    }
    out.raw("<a href=\"").text(report).raw("#").text(anchor).raw("\">");
    return true;
  }

  /** A sentence with the characters marked that it has in a row with another. */
  private void marked(Markup out, String text, String other) {
    int done = 0;
    for (Span span : other.isEmpty() ? List.<Span>of() : ProseMarkup.shared(text, other, SHARED)) {
      if (done == 0 || span.start() > done) {
        out.raw(done == 0 ? "" : "</b>");
        prose.plain(out, text.substring(done, span.start()));
        out.raw("<b>");
      }
      prose.plain(out, span.of(text));
      done = span.end();
    }
    out.raw(done == 0 ? "" : "</b>");
    prose.plain(out, text.substring(done));
  }
}
