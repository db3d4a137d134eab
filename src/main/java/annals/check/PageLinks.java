package annals.check;

import annals.output.OutputFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The ids of one page and where its links lead, small enough to hold for every page of an archive:
 * 4 bytes an id, 12 a file linked to, 4 an anchor wanted there. Names are kept as hashes; {@link
 * SiteCheck} reads a page again where something on it is amiss, which is rare, and tells what and
 * where. Immutable.
 */
public final class PageLinks {
  private final String path;
  private final int[] ids;
  private final long[] targets;
  private final int[] firstAnchor;
  private final int[] anchors;
  private final boolean suspect;

  private PageLinks(
      String path, int[] ids, long[] targets, int[] firstAnchor, int[] anchors, boolean suspect) {
    this.path = path;
    this.ids = ids;
    this.targets = targets;
    this.firstAnchor = firstAnchor;
    this.anchors = anchors;
    this.suspect = suspect;
  }

  /** Whether a file of this name can hold links: a page or a style sheet. */
  public static boolean canRead(String path) {
    return PageReader.canRead(path);
  }

  /** Reads a page or a style sheet. May be called by several threads at once. */
  public static PageLinks of(OutputFile file) {
    Summary summary = new Summary(file.path());
    PageReader.scan(file, summary);
    return summary.links();
  }

  /** The same by a full parser: slower, and right for pages that no one here wrote. */
  static PageLinks parsed(OutputFile file) {
    Summary summary = new Summary(file.path());
    PageReader.parse(file, summary);
    return summary.links();
  }

  /** The file, relative to the site's root. */
  public String path() {
    return path;
  }

  /** Whether something is wrong that shows without looking at other files. */
  boolean isSuspect() {
    return suspect;
  }

  boolean hasId(int hash) {
    return Arrays.binarySearch(ids, hash) >= 0;
  }

  /** Asks about every file linked to, and every anchor wanted there, until one is missing. */
  boolean allFoundBy(Lookup lookup) {
    for (int i = 0; i < targets.length; i++) {
      if (!lookup.hasFile(targets[i])) {
        return false;
      }
      int end = i + 1 < targets.length ? firstAnchor[i + 1] : anchors.length;
      for (int j = firstAnchor[i]; j < end; j++) {
        if (!lookup.hasAnchor(targets[i], anchors[j])) {
          return false;
        }
      }
    }
    return true;
  }

  /** Knows the files of a site by {@link #fileHash} and their ids by {@link #idHash}. */
  interface Lookup {
    boolean hasFile(long file);

    boolean hasAnchor(long file, int id);
  }

  /**
   * A hash of a path that no two files of a site share: 64 bits, FNV-1a with the finisher of
   * MurmurHash3.
   */
  static long fileHash(String path) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < path.length(); i++) {
      hash = (hash ^ path.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }

  /**
   * A hash of an id; that a missing anchor goes unseen because its hash is that of another id on
   * the page has a chance of one in ten million.
   */
  static int idHash(String id) {
    return (int) fileHash(id);
  }

  /** Gathers what one page holds. */
  private static final class Summary implements PageReader.Sink {
    private final String path;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> wantedHere = new HashSet<>();
    private final Map<String, Reference> references = new HashMap<>();
    private final SortedMap<String, SortedSet<Integer>> wanted = new TreeMap<>();
    private boolean suspect;

    Summary(String path) {
      this.path = path;
    }

    @Override
    public void id(String id, boolean old, PageReader.Place place) {
      suspect |= !ids.add(id) && !old;
    }

    /** Links to one file come in great number and differ in their anchor alone. */
    @Override
    public void link(String url, boolean loaded, PageReader.Place place) {
      int end = url.indexOf('#');
      Reference reference =
          end <= 0
              ? Reference.of(path, url)
              : references.computeIfAbsent(url.substring(0, end), file -> Reference.of(path, file));
      switch (reference) {
        case Reference.ToFile(String target, String none) -> {
          SortedSet<Integer> anchors = wanted.computeIfAbsent(target, key -> new TreeSet<>());
          String anchor = Reference.anchor(url);
          if (!anchor.isEmpty()) {
            anchors.add(idHash(anchor));
          }
        }
        case Reference.ToAnchor(String anchor) -> wantedHere.add(anchor);
        case Reference.ToNetwork() -> suspect |= loaded;
        case Reference.ToNothing() -> {}
        case Reference.ToFolder() -> suspect = true;
        case Reference.ToElsewhere() -> suspect = true;
      }
    }

    PageLinks links() {
      long[] targets = new long[wanted.size()];
      int[] firstAnchor = new int[wanted.size()];
      int[] anchors = new int[wanted.values().stream().mapToInt(Set::size).sum()];
      int target = 0;
      int anchor = 0;
      for (var entry : wanted.entrySet()) {
        targets[target] = fileHash(entry.getKey());
        firstAnchor[target++] = anchor;
        for (int id : entry.getValue()) {
          anchors[anchor++] = id;
        }
      }
      return new PageLinks(
          path,
          ids.stream().mapToInt(PageLinks::idHash).sorted().toArray(),
          targets,
          firstAnchor,
          anchors,
          suspect || !ids.containsAll(wantedHere));
    }
  }
}
