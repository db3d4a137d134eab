package annals.page;

import annals.compare.FollowUp;
import annals.compare.Ruling;
import annals.compare.Standing;
import java.util.stream.Collectors;

/** Writes what people decided: the seal in a row's state, duties, and rulings without an item. */
final class RulingCell {
  private final Site site;
  private final RulingWords words;

  RulingCell(Site site) {
    this.site = site;
    this.words = new RulingWords(site);
  }

  /** The state or, where there is a ruling, its seal with the state small beside it. */
  void standing(Markup out, FollowUp.Item item) {
    if (item.ruled().isEmpty()) {
      signed(out, item.state());
      return;
    }
    FollowUp.Ruled ruled = item.ruled().get();
    Ruling ruling = ruled.ruling();
    boolean sealed = ruling.state().isPresent();
    signed(out, item.standing());
    if (ruling.isFinding()) {
      out.raw("<div class=\"ruling\">");
      paragraph(out, "name", site.text("ruling.name"), words.signature(ruling));
      if (!ruling.remark().isEmpty()) {
        paragraph(out, "remark", "", ruling.remark());
      }
      if (sealed || ruled.machine() != item.state()) {
        out.raw("<p class=\"machine\">").text(site.text("ruling.machine")).raw(" ");
        signed(out, ruled.machine());
        out.raw("</p>");
      }
      if (!ruling.struck().isEmpty()) {
        paragraph(out, "machine", "", site.text("ruling.struck", links(ruling.struck())));
      }
      if (!ruled.lost().isEmpty()) {
        paragraph(out, "stale", "", site.text("ruling.lost", links(ruled.lost())));
      }
      out.raw("</div>");
    }
    if (ruled.stale()) {
      out.raw("<div class=\"ruling\"><p class=\"stale\"><strong>");
      out.text(site.text("ruling.stale")).raw("</strong> ");
      out.text(site.text("ruling.stale-text", ruling.text())).raw("</p></div>");
    }
  }

  private static String links(java.util.List<Ruling.OutcomeLink> links) {
    return links.stream().map(Ruling.OutcomeLink::toString).collect(Collectors.joining(" "));
  }

  private void signed(Markup out, Standing standing) {
    out.raw("<span aria-hidden=\"true\">").text(site.stateSign(standing)).raw("</span> ");
    out.text(site.stateName(standing));
  }

  private static void paragraph(Markup out, String style, String name, String text) {
    out.raw("<p class=\"").raw(style).raw("\">").text(name);
    out.raw(name.isEmpty() || text.isEmpty() ? "" : " ").text(text).raw("</p>");
  }

  /** Who is to do what by when; nothing if nobody said. */
  void duties(Markup out, Ruling.Duties duties) {
    if (duties.equals(Ruling.Duties.NONE)) {
      return;
    }
    out.raw("<dl class=\"duties\">");
    duty(out, "followup.leader", duties.leader());
    duty(out, "followup.unit", duties.unit());
    duty(out, "followup.partners", duties.partners());
    duty(out, "followup.person", duties.person());
    duty(out, "followup.deadline", duties.deadline());
    duty(out, "followup.next", duties.next());
    duty(out, "followup.closed", duties.closed());
    out.raw("</dl>");
  }

  private void duty(Markup out, String name, String text) {
    if (!text.isEmpty()) {
      out.raw("<div><dt>").text(site.text(name)).raw("</dt><dd>").text(text).raw("</dd></div>");
    }
  }

  /** A ruling whose item the plan does not hold any more, as an item of a list. */
  void homeless(Markup out, Ruling ruling) {
    out.raw("<li>");
    ruling.state().ifPresent(state -> signed(out.raw("<b>"), state));
    out.raw(ruling.state().isPresent() ? "</b> " : "");
    out.text(ruling.text().isEmpty() ? ruling.id() : ruling.text())
        .raw(" <span class=\"by-hand\">");
    out.text(ruling.section()).raw(ruling.section().isEmpty() ? "" : " ");
    out.text(words.signature(ruling)).raw(" ").text(ruling.remark()).raw(" ");
    out.text(site.text("ruling.line", ruling.place().line())).raw("</span></li>\n");
  }
}
