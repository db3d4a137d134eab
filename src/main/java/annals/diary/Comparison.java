package annals.diary;

import annals.anchor.PublishedAnchor;
import annals.anchor.PublishedPage;
import annals.diary.ChangedReport.Change;
import annals.diary.ChangedReport.ChangedSection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which reports two releases have differently, by the hashes of their sentences; what a theme or an
 * index changed is no change of a report.
 *
 * @param added by address
 * @param changed by address
 * @param removed by address
 */
public record Comparison(
    List<ReportRef> added, List<ChangedReport> changed, List<ReportRef> removed) {
  private static final Comparator<PublishedPage> ORDER =
      Comparator.comparing(PublishedPage::address);

  public Comparison {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
  }

  /**
   * Compares the reports of one unit or of several. A report that stands elsewhere now is the same
   * one if its page remembers the old address.
   */
  public static Comparison of(Collection<PublishedPage> before, Collection<PublishedPage> after) {
    Map<String, PublishedPage> left = new HashMap<>();
    before.forEach(page -> left.put(page.address(), page));
    List<ReportRef> added = new ArrayList<>();
    List<ChangedReport> changed = new ArrayList<>();
    for (PublishedPage page : after.stream().sorted(ORDER).toList()) {
      Optional<PublishedPage> earlier =
          page.addresses().reversed().stream()
              .map(left::remove)
              .filter(found -> found != null)
              .findFirst();
      if (earlier.isEmpty()) {
        added.add(ReportRef.of(page));
      } else {
        difference(earlier.get(), page).ifPresent(changed::add);
      }
    }
    List<ReportRef> removed = left.values().stream().sorted(ORDER).map(ReportRef::of).toList();
    return new Comparison(added, changed, removed);
  }

  private static Optional<ChangedReport> difference(PublishedPage before, PublishedPage after) {
    Map<String, Text> old = sections(before);
    Map<String, Text> now = sections(after);
    List<ChangedSection> sections = new ArrayList<>();
    now.forEach(
        (anchor, text) -> {
          Text earlier = old.remove(anchor);
          if (earlier == null) {
            sections.add(new ChangedSection(anchor, text.label(), Change.ADDED));
          } else if (!earlier.hashes().equals(text.hashes())) {
            sections.add(new ChangedSection(anchor, text.label(), Change.CHANGED));
          }
        });
    old.forEach(
        (anchor, text) -> sections.add(new ChangedSection(anchor, text.label(), Change.REMOVED)));
    boolean renamed = !before.title().equals(after.title());
    if (sections.isEmpty() && !renamed) {
      return Optional.empty();
    }
    Map<String, String> oldSentences = sentences(before);
    Map<String, String> nowSentences = sentences(after);
    int added = 0;
    int changed = 0;
    for (Map.Entry<String, String> sentence : nowSentences.entrySet()) {
      String earlier = oldSentences.remove(sentence.getKey());
      added += earlier == null ? 1 : 0;
      changed += earlier != null && !earlier.equals(sentence.getValue()) ? 1 : 0;
    }
    return Optional.of(
        new ChangedReport(
            ReportRef.of(after), renamed, sections, added, changed, oldSentences.size()));
  }

  /** What stands in a section itself. */
  private record Text(String label, List<String> hashes) {}

  /** The sections by anchor in reading order; what stands before the first has none. */
  private static Map<String, Text> sections(PublishedPage page) {
    Map<String, Text> sections = new LinkedHashMap<>();
    Text open = new Text("", new ArrayList<>());
    sections.put("", open);
    for (PublishedAnchor anchor : page.anchors()) {
      switch (anchor) {
        case PublishedAnchor.OfSection section -> {
          open = new Text(section.label(), new ArrayList<>());
          open.hashes().add(section.hash());
          sections.put(section.id(), open);
        }
        case PublishedAnchor.OfParagraph paragraph -> {
          for (PublishedAnchor.OfSentence sentence : paragraph.sentences()) {
            open.hashes().add(sentence.hash());
          }
          open.hashes().add("");
        }
        case PublishedAnchor.OfBlock block -> open.hashes().add(block.hash());
        case PublishedAnchor.OfSentence alone -> open.hashes().add(alone.hash());
        case PublishedAnchor.Retired gone -> {}
      }
    }
    return sections;
  }

  private static Map<String, String> sentences(PublishedPage page) {
    Map<String, String> sentences = new HashMap<>();
    for (PublishedAnchor anchor : page.anchors()) {
      if (anchor instanceof PublishedAnchor.OfParagraph paragraph) {
        paragraph.sentences().forEach(s -> sentences.put(s.id(), s.hash()));
      }
    }
    return sentences;
  }
}
