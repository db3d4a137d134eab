package annals.page;

import annals.outline.Outline;
import annals.outline.Role;
import annals.outline.Section;
import java.util.List;

/** Writes the table of contents of a report: a list of its sections, those below inside. */
final class ContentsList {
  /** A longer heading is cut. */
  private static final int LENGTH = 26;

  /** Deeper sections are left out. */
  private static final int DEPTH = 3;

  private final Site site;
  private final Markup out = new Markup(4 * 1024);

  ContentsList(Site site) {
    this.site = site;
  }

  /** The list; empty for a report without sections. */
  Html write(Outline outline) {
    list(outline.sections(), null);
    return out.html();
  }

  private void list(List<Section> sections, Role above) {
    if (sections.isEmpty() || sections.getFirst().level() > DEPTH) {
      return;
    }
    out.raw("<ol>\n");
    for (Section section : sections) {
      entry(section, above);
      list(section.children(), section.role());
      out.raw("</li>\n");
    }
    out.raw("</ol>\n");
  }

  private void entry(Section section, Role above) {
    Role role = section.role();
    out.raw("<li");
    if (role != above) {
      out.raw(" class=\"role-").raw(role.word()).raw("\"");
    }
    String heading = section.heading();
    int cut =
        heading.codePointCount(0, heading.length()) > LENGTH
            ? heading.offsetByCodePoints(0, LENGTH)
            : heading.length();
    out.raw("><a href=\"#").text(section.anchor()).raw("\"");
    if (cut < heading.length()) {
      out.attribute("title", section.label());
    }
    out.raw(">");
    if (!section.number().isEmpty()) {
      out.raw("<span>").text(section.number()).raw("</span>");
    }
    boolean named = section.level() == 1 && role != Role.OTHER;
    out.raw(named ? "<b>" : "").text(heading, 0, cut);
    out.raw(cut < heading.length() ? "…" : "");
    if (named) {
      out.raw("<small>");
      out.text(site.text("contents.role", site.roleName(role), section.target()));
      out.raw("</small></b>");
    }
    out.raw("</a>");
  }
}
