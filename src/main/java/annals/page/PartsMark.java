package annals.page;

import annals.outline.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sign that shows which of summary, problems and plan a report has: three bars for the eye, the
 * words for everyone.
 */
final class PartsMark {
  static final List<Role> PARTS = List.of(Role.SUMMARY, Role.PROBLEMS, Role.PLAN);

  private PartsMark() {}

  static void write(Markup out, Site site, Set<Role> parts) {
    out.raw("<span class=\"parts");
    for (Role role : PARTS) {
      if (parts.contains(role)) {
        out.raw(" has-").raw(role.word());
      }
    }
    out.raw("\"><span class=\"vh\">").text(words(site, parts)).raw("</span></span>");
  }

  static Html html(Site site, Set<Role> parts) {
    Markup out = new Markup(96);
    write(out, site, parts);
    return out.html();
  }

  /** {@code 总结、计划}, or that none of the parts was recognised. */
  static String words(Site site, Set<Role> parts) {
    String words =
        PARTS.stream()
            .filter(parts::contains)
            .map(site::roleName)
            .collect(Collectors.joining(site.text("list.separator")));
    return words.isEmpty() ? site.text("parts.none") : words;
  }
}
