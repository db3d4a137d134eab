package annals.page;

import annals.compare.FollowUp;
import annals.compare.Ledger;
import annals.compare.Outcome;
import annals.compare.PlanItem;
import annals.compare.Ruling;
import annals.compare.SentenceRef;
import annals.compare.Standing;
import annals.figures.Mention;
import annals.report.ReportId;
import annals.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Writes what a follow-up's page shows: the plan's commitments by section as rows of the ledger,
 * the statements, and the sentences that answer no item.
 *
 * <p>The cells of a row are the columns of a ledger on paper (FIELD 3.8); those that nobody has
 * filled in are empty and shown in print alone.
 */
final class FollowUpTable {
  /** The columns of a row. */
  static final int COLUMNS = 14;

  /** Outcomes shown for an item; the data files have them all. */
  private static final int OUTCOMES = 3;

  /** Fewer characters in a row than this are in every sentence and say nothing. */
  private static final int SHARED = 3;

  private final Site site;
  private final FollowUpRefs.Ref ref;
  private final ProseMarkup prose;
  private final RulingCell rulings;

  /** What stands before a section's name on paper: the column 任务来源. */
  private final String source;

  /** The addresses of both reports; empty where there is no page. */
  private final String plan;

  private final String account;

  FollowUpTable(Site site, FollowUpRefs.Ref ref) {
    FollowUp followUp = ref.followUp();
    this.site = site;
    this.ref = ref;
    this.prose = new ProseMarkup(site.labels());
    this.rulings = new RulingCell(site);
    this.source =
        followUp.plan().map(id -> site.text("followup.source", site.yearAndKind(id))).orElse("");
    this.plan = address(followUp.plan());
    this.account = address(followUp.account());
  }

  private String address(Optional<ReportId> report) {
    return report
        .filter(site::has)
        .map(id -> ref.route().linkTo(site.plan().report(id)))
        .orElse("");
  }

  /** A table body for each section of the plan; empty if there are no commitments. */
  Html items() {
    Markup out = new Markup(24 * 1024);
    String section = "";
    for (Ledger.Row row : ref.ledger().rows()) {
      SentenceRef sentence = row.plan().ref();
      String anchor = sentence.section().anchor();
      if (!anchor.equals(section)) {
        out.raw(section.isEmpty() ? "" : "</tbody>\n");
        group(out, sentence);
        section = anchor;
      }
      row(out, row);
    }
    out.raw(section.isEmpty() ? "" : "</tbody>\n");
    return out.html();
  }

  private void group(Markup out, SentenceRef first) {
    String anchor = first.section().anchor();
    out.raw("<tbody id=\"g-").text(anchor).raw("\">\n");
    out.raw("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"").raw(COLUMNS);
    out.raw("\"").attribute("data-name", source).raw(">");
    link(out, plan, anchor, first.section().label());
    out.raw("</th></tr>\n");
  }

  private void row(Markup out, Ledger.Row row) {
    FollowUp.Item item = row.item();
    String anchor = FollowUpRefs.anchor(row.plan());
    Standing standing = item.standing();
    out.raw("<tr id=\"").text(anchor).raw("\" class=\"").raw(standing.word()).raw("\">");
    out.raw("<td><a href=\"#").text(anchor).raw("\">").raw(row.number()).raw("</a></td><td>");
    String best = item.outcomes().isEmpty() ? "" : item.outcomes().getFirst().ref().text();
    sentence(out, plan, row.plan().ref(), best);
    item.ruled().ifPresent(ruled -> rulings.duties(out, ruled.ruling().duties()));
    out.raw("</td><td>");
    figures(out, row);
    out.raw("</td>");
    if (item.ruled().isPresent()) {
      Ruling.Duties duties = item.ruled().get().ruling().duties();
      cells(
          out,
          duties.leader(),
          duties.unit(),
          duties.partners(),
          duties.person(),
          duties.deadline());
    } else {
      out.raw("<td><td><td><td><td>");
    }
    out.raw("<td>");
    outcomes(out, row);
    out.raw("</td><td>");
    rulings.standing(out, item);
    out.raw("</td><td>");
    row.admitted().forEach(outcome -> out.raw("<p>").text(outcome.ref().text()).raw("</p>"));
    out.raw("</td>");
    if (item.ruled().isPresent()) {
      Ruling ruling = item.ruled().get().ruling();
      cells(out, ruling.duties().next(), ruling.duties().closed(), ruling.remark());
      out.raw("</tr>\n");
    } else {
      out.raw("<td><td><td></tr>\n");
    }
  }

  private static void cells(Markup out, String... texts) {
    for (String text : texts) {
      out.raw("<td>").text(text).raw("</td>");
    }
  }

  /** Each number that was planned and, beside it, what was reached. */
  private void figures(Markup out, Ledger.Row row) {
    if (row.figures().isEmpty()) {
      return;
    }
    out.raw("<ul>");
    for (Ledger.Figure figure : row.figures()) {
      out.raw("<li>").text(site.text("followup.planned")).raw(" ");
      figure(out, row.plan().text(), figure.planned());
      figure
          .reached()
          .ifPresent(
              reached -> {
                out.raw(" <span>").text(site.text("followup.reached")).raw(" ");
                figure(out, reached.outcome().ref().text(), reached.mention());
                out.raw("</span>");
              });
      out.raw("</li>");
    }
    out.raw("</ul>");
  }

  /** With its bounds as written, a masked one as a placeholder. */
  private void figure(Markup out, String text, Mention mention) {
    out.raw("<b>");
    prose.plain(out, site.labels().number(mention, text));
    out.raw("</b>");
  }

  private void outcomes(Markup out, Ledger.Row row) {
    String item = row.plan().text();
    for (Outcome outcome : row.told().subList(0, Math.min(OUTCOMES, row.told().size()))) {
      out.raw("<p>");
      outcome(out, outcome, item);
      out.raw("</p>");
    }
    for (Outcome outcome : row.admitted()) {
      out.raw("<p class=\"admitted\"><em>").text(site.text("followup.admitted")).raw("</em> ");
      outcome(out, outcome, item);
      out.raw("</p>");
    }
    out.raw(
        row.item().outcomes().isEmpty()
            ? "<span class=\"none\" aria-hidden=\"true\">—</span>"
            : "");
  }

  private void outcome(Markup out, Outcome outcome, String item) {
    Optional<ReportId> other =
        outcome.added().filter(id -> !ref.followUp().account().equals(Optional.of(id)));
    String report = other.isPresent() ? address(other) : account;
    sentence(out, report, outcome.ref(), item);
    where(out, report, outcome.ref());
    if (outcome.added().isPresent()) {
      String from = other.map(site::yearAndKind).orElse("");
      out.raw(" <span class=\"by-hand\">").text(from).raw(from.isEmpty() ? "" : " ");
      out.text(site.text("ruling.added")).raw("</span>");
    }
  }

  /** The sentences that commit to nothing, as the items of a list; empty if there are none. */
  Html statements() {
    Markup out = new Markup(2 * 1024);
    for (PlanItem item : ref.ledger().statements()) {
      out.raw("<li id=\"").text(FollowUpRefs.anchor(item)).raw("\">");
      sentence(out, plan, item.ref(), "");
      where(out, plan, item.ref());
      out.raw("</li>\n");
    }
    return out.html();
  }

  /** The sentences that answer no item, as the items of a list; empty if there are none. */
  Html unplanned() {
    Markup out = new Markup(4 * 1024);
    for (SentenceRef sentence : ref.followUp().unplanned()) {
      out.raw("<li id=\"").text(FollowUpRefs.unplannedAnchor(sentence.anchor())).raw("\">");
      sentence(out, account, sentence, "");
      where(out, account, sentence);
      out.raw("</li>\n");
    }
    return out.html();
  }

  /** Rulings whose item is gone, as the items of a list; empty if there are none. */
  Html homeless() {
    Markup out = new Markup();
    ref.followUp().homeless().forEach(ruling -> rulings.homeless(out, ruling));
    return out.html();
  }

  /** The section a sentence stands in; nothing if the sentence is its heading. */
  private void where(Markup out, String report, SentenceRef sentence) {
    String anchor = sentence.section().anchor();
    if (!report.isEmpty() && !sentence.anchor().equals(anchor)) {
      link(out.raw(" "), report, anchor, sentence.section().label());
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
