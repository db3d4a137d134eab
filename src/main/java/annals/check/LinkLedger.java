package annals.check;

import annals.output.OutputFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What of a site's links is still open while the site is made. Pages come in groups, a family of
 * units at a time; most of their links lead to pages of their own group, are looked up when the
 * group is closed, and are forgotten with it. What stays for each page is its path; for the whole
 * site, the files and the few anchors that some group wanted of another. Groups may be filled by
 * several threads, one each.
 */
public final class LinkLedger {
  private final List<String> pages = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final Set<Long> wantedFiles = new HashSet<>();
  private final Map<Long, Set<Integer>> wantedAnchors = new HashMap<>();
  private final List<String> suspects = new ArrayList<>();
  private boolean broken;

  /** Files that are made together. Not safe for several threads. */
  public final class Group implements AutoCloseable {
    private final Map<Long, PageLinks> made = new HashMap<>();
    private final List<String> rest = new ArrayList<>();

    private Group() {}

    public void add(OutputFile file) {
      if (PageLinks.canRead(file.path())) {
        made.put(PageLinks.fileHash(file.path()), PageLinks.of(file));
      } else {
        rest.add(file.path());
      }
    }

    /** Enters what the group's own pages do not answer into the ledger. */
    @Override
    public void close() {
      enter(made, rest);
    }
  }

  public Group group() {
    return new Group();
  }

  private synchronized void enter(Map<Long, PageLinks> made, List<String> rest) {
    others.addAll(rest);
    for (PageLinks page : made.values()) {
      pages.add(page.path());
      if (page.isSuspect()) {
        suspects.add(page.path());
      }
      page.forEachFile(
          file -> {
            if (!made.containsKey(file)) {
              wantedFiles.add(file);
            }
          });
      page.forEachAnchor(
          (file, anchor) -> {
            PageLinks target = made.get(file);
            if (target == null) {
              wantedAnchors.computeIfAbsent(file, key -> new HashSet<>()).add(anchor);
            } else if (!target.hasId(anchor)) {
              broken = true;
            }
          });
    }
  }

  synchronized Collection<String> pages() {
    return List.copyOf(pages);
  }

  synchronized Collection<String> others() {
    return List.copyOf(others);
  }

  /**
   * Whether every link of every page was found, those that led to another group among them.
   *
   * @param otherFiles files of the site that no group had
   * @param reader gives the bytes of a page; asked for pages on which another group wants an
   *     anchor, and for suspect ones: where ids are many, two that differ may have one hash
   */
  synchronized boolean isSound(Collection<String> otherFiles, Function<String, byte[]> reader) {
    if (broken) {
      return false;
    }
    Set<Long> missing = new HashSet<>(wantedFiles);
    others.forEach(path -> missing.remove(PageLinks.fileHash(path)));
    otherFiles.forEach(path -> missing.remove(PageLinks.fileHash(path)));
    missing.addAll(wantedAnchors.keySet());
    pages.forEach(path -> missing.remove(PageLinks.fileHash(path)));
    return missing.isEmpty()
        && suspects.parallelStream().allMatch(path -> isSoundAlone(path, reader))
        && pages.parallelStream()
            .filter(path -> wantedAnchors.containsKey(PageLinks.fileHash(path)))
            .allMatch(path -> hasWanted(new OutputFile(path, reader.apply(path))));
  }

  private static boolean isSoundAlone(String path, Function<String, byte[]> reader) {
    OutputFile file = new OutputFile(path, reader.apply(path));
    return new PageFindings(path, file, PageLinks.Lookup.ALL).list().isEmpty();
  }

  private boolean hasWanted(OutputFile file) {
    PageLinks page = PageLinks.of(file);
    return wantedAnchors.get(PageLinks.fileHash(file.path())).stream().allMatch(page::hasId);
  }
}
