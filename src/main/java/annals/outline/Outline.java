package annals.outline;

import annals.anchor.PublishedAnchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found in a report: its identity, its years, and the tree of its sections with all
 * anchors. Immutable, and the only maker of anchors is {@link Outliner}.
 *
 * @param title the title as written
 * @param unit the unit as the title (or the front matter) writes it
 * @param year the report year
 * @param kind the report's kind
 * @param years the years its parts are about
 * @param lead what stands before the first section
 * @param sections the top level
 * @param retired ids that the report's page was published with and whose text is gone
 */
public record Outline(
    String title,
    String unit,
    int year,
    String kind,
    ReportYears years,
    List<Passage> lead,
    List<Section> sections,
    List<PublishedAnchor.Retired> retired) {
  public Outline {
    lead = List.copyOf(lead);
    sections = List.copyOf(sections);
    retired = List.copyOf(retired);
  }

  /**
   * The years a report is about, settled for the report as a whole.
   *
   * @param summary the year its summary looks back on
   */
  public record ReportYears(int summary) {
    /** The year its plan is for: always the one after. */
    public int plan() {
      return summary + 1;
    }
  }

  /** All sections in reading order. */
  public Stream<Section> walk() {
    List<Section> all = new ArrayList<>();
    sections.forEach(section -> section.addTo(all));
    return all.stream();
  }

  public boolean has(Role role) {
    return walk().anyMatch(section -> section.role() == role);
  }
}
