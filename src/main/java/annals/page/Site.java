package annals.page;

import annals.archive.Catalog;
import annals.compare.RuledState;
import annals.compare.Standing;
import annals.compare.State;
import annals.outline.Role;
import annals.report.Kinds;
import annals.report.ReportId;
import annals.report.UnitInfo;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What all pages of a site share: the catalogue, the routes, the settings and the words. Immutable
 * and safe for several threads.
 */
public final class Site {
  /** Every way an item can stand: rulings first, then what the texts show. */
  static final List<Standing> STANDINGS =
      Stream.<Standing>concat(Stream.of(RuledState.values()), Stream.of(State.values())).toList();

  private final Catalog catalog;
  private final SitePlan plan;
  private final SiteSettings settings;
  private final Labels labels;
  private final Map<String, Catalog.Unit> unitsBySlug = new HashMap<>();
  private final Map<String, Catalog.Unit> unitsByFolder = new HashMap<>();
  private final Map<String, List<Catalog.Unit>> successorsByFolder = new HashMap<>();
  private final Map<ReportId, Catalog.Entry> entries = new HashMap<>();
  private final Map<String, ReportId> reportsByFile = new HashMap<>();
  private final Map<Standing, String> standingNames = new HashMap<>();
  private final Map<Standing, String> standingSigns = new HashMap<>();
  private final Map<Role, String> roleNames = new EnumMap<>(Role.class);
  private final List<Integer> years;

  public Site(Catalog catalog, SitePlan plan, SiteSettings settings, Labels labels) {
    this.catalog = catalog;
    this.plan = plan;
    this.settings = settings;
    this.labels = labels;
    this.years = catalog.years();
    for (Standing standing : STANDINGS) {
      standingNames.put(standing, labels.text("state." + standing.word()));
      standingSigns.put(standing, labels.text("sign." + standing.word()));
    }
    for (Role role : Role.values()) {
      roleNames.put(role, labels.text("role." + role.word()));
    }
    for (Catalog.Unit unit : catalog.units()) {
      unitsBySlug.put(unit.info().slug(), unit);
      unitsByFolder.put(unit.info().folder(), unit);
      for (Catalog.Entry entry : unit.reports()) {
        entries.put(entry.id(), entry);
        reportsByFile.put(entry.path(), entry.id());
      }
      for (UnitInfo.Predecessor predecessor : unit.info().predecessors()) {
        successorsByFolder
            .computeIfAbsent(predecessor.folder(), folder -> new ArrayList<>())
            .add(unit);
      }
    }
  }

  public Catalog catalog() {
    return catalog;
  }

  public SitePlan plan() {
    return plan;
  }

  public SiteSettings settings() {
    return settings;
  }

  public Labels labels() {
    return labels;
  }

  /** A label; see {@link Labels#text}. */
  String text(String key, Object... arguments) {
    return labels.text(key, arguments);
  }

  Optional<Catalog.Unit> unit(String slug) {
    return Optional.ofNullable(unitsBySlug.get(slug));
  }

  Optional<Catalog.Unit> unitOfFolder(String folder) {
    return Optional.ofNullable(unitsByFolder.get(folder));
  }

  /** The units that took over from this one. */
  List<Catalog.Unit> successors(UnitInfo unit) {
    return successorsByFolder.getOrDefault(unit.folder(), List.of());
  }

  /** All report years, ascending. */
  List<Integer> years() {
    return years;
  }

  /** The archive's first year; 0 if it is empty. */
  int firstYear() {
    return years.isEmpty() ? 0 : years.getFirst();
  }

  /** The archive's last year; 0 if it is empty. */
  int lastYear() {
    return years.isEmpty() ? 0 : years.getLast();
  }

  boolean has(ReportId id) {
    return entries.containsKey(id);
  }

  /** The report whose Markdown file has this path, relative to the source folder. */
  Optional<ReportId> reportAt(String path) {
    return Optional.ofNullable(reportsByFile.get(path));
  }

  Optional<Catalog.Entry> entry(ReportId id) {
    return Optional.ofNullable(entries.get(id));
  }

  /** The name a unit bore in a year; its slug if it is not in the catalogue. */
  String unitName(String slug, int year) {
    return unit(slug).map(unit -> nameIn(unit.info(), year)).orElse(slug);
  }

  static String nameIn(UnitInfo unit, int year) {
    return unit.formerNames().stream()
        .filter(former -> year <= former.until())
        .findFirst()
        .map(UnitInfo.FormerName::name)
        .orElse(unit.name());
  }

  /** The name of a kind: the site's own, the theme's, or the word itself. */
  String kindName(String kind) {
    String own = settings.kinds().get(kind);
    if (own != null) {
      return own;
    }
    String key = "kind." + kind;
    return labels.has(key) ? labels.text(key) : kind;
  }

  String roleName(Role role) {
    return roleNames.get(role);
  }

  String stateName(Standing standing) {
    return standingNames.get(standing);
  }

  /** The sign that stands for a state or ruling wherever its word would be too long. */
  String stateSign(Standing standing) {
    return standingSigns.get(standing);
  }

  /** The title of a report; if it has none, unit, year and kind. */
  String title(ReportId id) {
    return entry(id)
        .map(Catalog.Entry::title)
        .filter(title -> !title.isBlank())
        .orElseGet(
            () ->
                text(
                    "report.untitled",
                    unitName(id.unit(), id.year()),
                    id.year(),
                    kindName(id.kind())));
  }

  /** The year of a report and, if it is not of the ordinary kind, its kind. */
  String yearAndKind(ReportId id) {
    return switch (id.kind()) {
      case Kinds.WORK, Kinds.GOVERNMENT -> text("year", id.year());
      default -> text("year-kind", id.year(), kindName(id.kind()));
    };
  }

  /** A day as readers write it: {@code 2023年4月13日} for {@code 2023-04-13}. */
  String date(String iso) {
    String[] parts = iso.split("-");
    if (parts.length != 3 || !iso.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return iso;
    }
    return text("date", parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  /** A whole number with thin spaces between thousands. */
  static String number(long value) {
    String digits = Long.toString(value);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0 && digits.length() > 3) {
        out.append('\u202f');
      }
      out.append(digits.charAt(i));
    }
    return out.toString();
  }
}
