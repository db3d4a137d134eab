package annals.check;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.output.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Checks a built site as readers will have it: that every link leads to a file that is there and to
 * an id on it, that ids are unique on their page, that no page loads anything over the network, and
 * that every link names a file, so that it also works from a disk.
 *
 * <p>A build hands over the {@link LinkLedger} that it kept while it had the pages' bytes; pages
 * are read a second time only when something is amiss.
 */
public final class SiteCheck {
  private static final int PAGES_SHOWN = 200;

  private final String shownFolder;
  private final Function<String, byte[]> reader;

  /**
   * @param shownFolder the site's folder as diagnostics name it, {@code site}; may be empty
   * @param reader gives the bytes of a page by its path
   */
  public SiteCheck(String shownFolder, Function<String, byte[]> reader) {
    this.shownFolder = shownFolder;
    this.reader = reader;
  }

  /**
   * Checks a site that was just made.
   *
   * @param otherFiles the paths of files of the site that the ledger was not told of
   * @return errors, sorted; those of the first 200 pages that have any
   */
  public List<Diagnostic> check(LinkLedger ledger, Collection<String> otherFiles) {
    if (ledger.isSound(otherFiles, reader)) {
      return List.of();
    }
    Set<String> others = new HashSet<>(ledger.others());
    others.addAll(otherFiles);
    return check(
        ledger.pages().stream()
            .map(path -> PageLinks.of(new OutputFile(path, reader.apply(path))))
            .toList(),
        others);
  }

  /**
   * Checks all pages against one another.
   *
   * @param otherFiles the paths of all other files of the site, those that hold no links
   * @return errors, sorted; those of the first 200 pages that have any
   */
  private List<Diagnostic> check(Collection<PageLinks> pages, Set<String> otherFiles) {
    Index index = new Index(pages, otherFiles);
    List<PageLinks> amiss =
        pages.stream()
            .filter(page -> page.isSuspect() || !page.allFoundBy(index))
            .sorted((a, b) -> a.path().compareTo(b.path()))
            .toList();
    List<Diagnostic> found = new ArrayList<>();
    amiss.stream()
        .limit(PAGES_SHOWN)
        .forEach(
            page -> {
              OutputFile file = new OutputFile(page.path(), reader.apply(page.path()));
              PageFindings findings = new PageFindings(shown(page.path()), file, index);
              found.addAll(findings.list());
            });
    if (amiss.size() > PAGES_SHOWN) {
      found.add(
          Diagnostic.error(
              "broken-pages",
              Position.of(shown(amiss.get(PAGES_SHOWN).path())),
              (amiss.size() - PAGES_SHOWN) + " more pages, from this one on, have such errors",
              ""));
    }
    return found.stream().sorted().distinct().toList();
  }

  /**
   * Checks the site in a folder.
   *
   * @param shownFolder the folder as diagnostics name it
   * @throws IOException when it cannot be read
   */
  public static List<Diagnostic> ofFolder(Path site, String shownFolder) throws IOException {
    SiteCheck check = new SiteCheck(shownFolder, path -> bytes(site, path));
    List<String> paths;
    try (Stream<Path> files = Files.walk(site)) {
      paths =
          files
              .filter(Files::isRegularFile)
              .map(file -> site.relativize(file).toString().replace('\\', '/'))
              .toList();
    }
    try {
      List<PageLinks> pages =
          paths.parallelStream()
              .filter(PageLinks::canRead)
              .map(path -> PageLinks.parsed(new OutputFile(path, bytes(site, path))))
              .toList();
      Set<String> others = new HashSet<>(paths);
      others.removeIf(PageLinks::canRead);
      return check.check(pages, others);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static byte[] bytes(Path site, String path) {
    try {
      return Files.readAllBytes(site.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String shown(String path) {
    return shownFolder.isEmpty() ? path : shownFolder + "/" + path;
  }

  /** All files of the site by the hash of their path. */
  static final class Index implements PageLinks.Lookup {
    private final Map<Long, PageLinks> pages = new HashMap<>();
    private final Set<Long> others = new HashSet<>();

    Index(Collection<PageLinks> pages, Set<String> otherFiles) {
      pages.forEach(page -> this.pages.put(PageLinks.fileHash(page.path()), page));
      otherFiles.forEach(path -> others.add(PageLinks.fileHash(path)));
    }

    @Override
    public boolean hasFile(long file) {
      return pages.containsKey(file) || others.contains(file);
    }

    @Override
    public boolean hasAnchor(long file, int id) {
      PageLinks page = pages.get(file);
      return page != null && page.hasId(id);
    }
  }
}
