package annals.search;

import annals.outline.Role;
import annals.report.ReportId;
import annals.text.Folding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Searches an archive as a text editor would: what the scripts' answers are held against. */
final class PlainSearch {
  private final Map<ReportId, List<Place>> reports = new LinkedHashMap<>();

  private record Place(Role role, List<String> paragraphs) {
    boolean has(String term) {
      return paragraphs.stream().anyMatch(paragraph -> paragraph.contains(term));
    }
  }

  /** What a search is narrowed down to; null for what it is not. */
  record Filter(String unit, Integer year, String kind, Role role) {
    static final Filter NONE = new Filter(null, null, null, null);

    boolean accepts(ReportId id) {
      return (unit == null || unit.equals(id.unit()))
          && (year == null || year == id.year())
          && (kind == null || kind.equals(id.kind()));
    }

    /** The options of the script, those in {@code more} too. */
    String options(String... more) {
      List<String> fields = new ArrayList<>(List.of(more));
      Optional.ofNullable(unit).ifPresent(u -> fields.add("\"unit\":\"" + u + "\""));
      Optional.ofNullable(year).ifPresent(y -> fields.add("\"year\":" + y));
      Optional.ofNullable(kind).ifPresent(k -> fields.add("\"kind\":\"" + k + "\""));
      Optional.ofNullable(role).ifPresent(r -> fields.add("\"role\":\"" + r.word() + "\""));
      return "{" + String.join(",", fields) + "}";
    }
  }

  PlainSearch(SampleArchive sample) {
    sample
        .sections()
        .forEach(
            (id, sections) -> {
              List<Place> places = new ArrayList<>();
              for (int i = 0; i < sections.size(); i++) {
                List<String> folded =
                    sections.get(i).stream().map(p -> Folding.fold(p).text()).toList();
                places.add(new Place(sample.roles().get(id).get(i), folded));
              }
              reports.put(id, places);
            });
  }

  /**
   * The reports with a section that has all the terms, and how many sections they are; if there are
   * none, the reports that have all terms somewhere, with the number of sections that have any.
   */
  Map<ReportId, Integer> find(List<String> terms, Filter filter) {
    Map<ReportId, Integer> together =
        count(filter, place -> terms.stream().allMatch(place::has), places -> true);
    return together.isEmpty()
        ? count(
            filter,
            place -> terms.stream().anyMatch(place::has),
            places -> terms.stream().allMatch(term -> places.stream().anyMatch(p -> p.has(term))))
        : together;
  }

  private Map<ReportId, Integer> count(
      Filter filter, Predicate<Place> counts, Predicate<List<Place>> satisfies) {
    Map<ReportId, Integer> found = new LinkedHashMap<>();
    reports.forEach(
        (id, all) -> {
          List<Place> places =
              all.stream().filter(p -> filter.role() == null || p.role() == filter.role()).toList();
          int sections = (int) places.stream().filter(counts).count();
          if (filter.accepts(id) && sections > 0 && satisfies.test(places)) {
            found.put(id, sections);
          }
        });
    return found;
  }
}
