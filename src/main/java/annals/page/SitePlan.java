package annals.page;

import annals.archive.Catalog;
import annals.report.ReportId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which page stands where: pure functions of ids, known before anything renders. A year in which a
 * unit has several reports gets {@code <year>-<kind>} for each of them.
 */
public final class SitePlan {
  private static final Pattern PLAIN_ENDING = Pattern.compile("[a-z0-9]{1,8}");
  private static final Set<String> HARMLESS =
      Set.of("doc", "docx", "docm", "dotx", "wps", "odt", "pdf", "rtf", "txt", "md", "ofd", "bin");

  private final Set<String> crowdedYears = new HashSet<>();
  private final Set<String> unitsWithWork = new HashSet<>();
  private final Set<String> reportFolders = new HashSet<>();

  public SitePlan(Catalog catalog) {
    catalog
        .reports()
        .map(Catalog.Entry::id)
        .filter(id -> id.kind().equals("work"))
        .forEach(id -> unitsWithWork.add(id.unit()));
    Map<String, Integer> perYear = new HashMap<>();
    catalog.reports().forEach(e -> perYear.merge(unitYear(e.id()), 1, Integer::sum));
    perYear.forEach(
        (unitYear, count) -> {
          if (count > 1) {
            crowdedYears.add(unitYear);
          }
        });
    catalog.reports().forEach(e -> reportFolders.add(report(e.id()).folder()));
  }

  public Route home() {
    return new Route("index.html");
  }

  public Route notFound() {
    return new Route("404.html");
  }

  public Route search() {
    return new Route("search/index.html");
  }

  public Route units() {
    return new Route("units/index.html");
  }

  public Route years() {
    return new Route("years/index.html");
  }

  public Route year(int year) {
    return new Route("years/" + year + "/index.html");
  }

  /** How much the reports of a year repeat. */
  public Route repetition(int year) {
    return new Route("years/" + year + "/repetition/index.html");
  }

  /** What the units of a year write about a topic. */
  public Route topic(int year, String slug) {
    return new Route("years/" + year + "/topics/" + slug + "/index.html");
  }

  public Route unit(String slug) {
    return new Route("units/" + slug + "/index.html");
  }

  public Route report(ReportId id) {
    return new Route("units/" + id.unit() + "/" + yearName(id) + "/index.html");
  }

  /**
   * The original of a report, as readers take it away. One that a browser would show as a page of
   * this site is given the ending of plain text.
   *
   * @param file the original's own name, of which the ending stays
   */
  public Route original(ReportId id, String file) {
    String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String shown = PLAIN_ENDING.matcher(ending).matches() ? ending : "bin";
    boolean harmless = HARMLESS.contains(shown);
    return report(id).sibling("original." + shown + (harmless ? "" : ".txt"));
  }

  /** Whether the unit has several reports in that year, so that {@link #yearChoice} has a page. */
  public boolean isCrowded(ReportId id) {
    return crowdedYears.contains(unitYear(id));
  }

  /** Whether a report stands in this folder. */
  public boolean hasReport(String folder) {
    return reportFolders.contains(folder);
  }

  /** Whether a page that offers several reports of one year stands in this folder. */
  boolean isYearChoice(String folder) {
    return folder.startsWith("units/")
        && crowdedYears.contains(folder.substring("units/".length()));
  }

  /** The page that offers the several reports of one year: {@code units/<slug>/<year>/}. */
  public Route yearChoice(ReportId id) {
    return new Route("units/" + id.unit() + "/" + id.year() + "/index.html");
  }

  /**
   * The follow-up of the plan for a target year.
   *
   * @param owner the report that holds the plan or, where there is none, the one that holds the
   *     account
   */
  public Route followUp(ReportId owner, int targetYear) {
    return new Route(
        "units/" + owner.unit() + "/follow-up/" + targetYear + kindSuffix(owner) + "/index.html");
  }

  /** What a unit's reports count through the years. */
  public Route indicators(String slug) {
    return new Route("units/" + slug + "/indicators/index.html");
  }

  /** The list of a unit's comparisons. */
  public Route compare(String slug) {
    return new Route("units/" + slug + "/compare/index.html");
  }

  /** Two reports side by side; {@code older} may belong to a predecessor. */
  public Route compare(ReportId older, ReportId newer) {
    return new Route(
        "units/"
            + newer.unit()
            + "/compare/"
            + older.year()
            + "-"
            + newer.year()
            + kindSuffix(newer)
            + "/index.html");
  }

  /** The matters of a unit through the years. */
  public Route threads(String slug) {
    return new Route("units/" + slug + "/threads/index.html");
  }

  /** The ids of a unit's pages, as the next release remembers them. */
  public Route anchors(String slug) {
    return new Route("units/" + slug + "/anchors.txt");
  }

  /** What changed from release to release. */
  public Route changes() {
    return new Route("changes/index.html");
  }

  /** The same as an Atom feed. */
  public Route feed() {
    return new Route("changes/feed.atom");
  }

  /** The same as data. */
  public Route diary() {
    return new Route("changes/changes.json");
  }

  /** What one release changed. */
  public Route release(String id) {
    return new Route("changes/" + id + ".html");
  }

  public Route manifest() {
    return new Route("manifest.json");
  }

  public Route reportsData() {
    return new Route("data/reports.json");
  }

  private String yearName(ReportId id) {
    return isCrowded(id) ? id.year() + "-" + id.kind() : Integer.toString(id.year());
  }

  /**
   * Follow-ups and comparisons of any kind but {@code work} name their kind; those of a government
   * only where the unit has {@code work} reports too.
   */
  private String kindSuffix(ReportId id) {
    boolean plain =
        switch (id.kind()) {
          case "work" -> true;
          case "government" -> !unitsWithWork.contains(id.unit());
          default -> false;
        };
    return plain ? "" : "-" + id.kind();
  }

  private static String unitYear(ReportId id) {
    return id.unit() + "/" + id.year();
  }
}
