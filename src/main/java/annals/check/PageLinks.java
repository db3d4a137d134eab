package annals.check;

import annals.output.OutputFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * The ids of one page and where its links lead. Names are kept as hashes; {@link SiteCheck} reads a
 * page again where something on it is amiss, which is rare, and tells what and where. Immutable.
 */
final class PageLinks {
  private static final int NO_FILE = -1;

  private final String path;
  private final int[] ids;
  private final long[] targets;
  private final long[] anchors;
  private final boolean suspect;

  /**
   * @param ids sorted hashes
   * @param targets hashes of the files linked to
   * @param anchors sorted; the index of the file in the upper half, the hash of the id in the lower
   * @param suspect whether something is wrong that shows without looking at other files; may be
   *     true where all is well
   */
  private PageLinks(String path, int[] ids, long[] targets, long[] anchors, boolean suspect) {
    this.path = path;
    this.ids = ids;
    this.targets = targets;
    this.anchors = anchors;
    this.suspect = suspect;
  }

  /** Whether a file of this name can hold links: a page or a style sheet. */
  static boolean canRead(String path) {
    return PageReader.canRead(path);
  }

  /** Reads a page or a style sheet. May be called by several threads at once. */
  static PageLinks of(OutputFile file) {
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
  String path() {
    return path;
  }

  /** Whether something is wrong that shows without looking at other files. */
  boolean isSuspect() {
    return suspect;
  }

  boolean hasId(int hash) {
    return Arrays.binarySearch(ids, hash) >= 0;
  }

  /** Hands over every file linked to, by its hash. */
  void forEachFile(LongConsumer consumer) {
    Arrays.stream(targets).forEach(consumer);
  }

  /** Hands over every anchor wanted on another page. */
  void forEachAnchor(AnchorConsumer consumer) {
    for (long anchor : anchors) {
      consumer.accept(targets[(int) (anchor >>> Integer.SIZE)], (int) anchor);
    }
  }

  /** Takes the hash of a file and that of an id on it. */
  interface AnchorConsumer {
    void accept(long file, int id);
  }

  /** Whether every file linked to is there, and every anchor wanted on it. */
  boolean allFoundBy(Lookup lookup) {
    return Arrays.stream(targets).allMatch(lookup::hasFile)
        && Arrays.stream(anchors)
            .allMatch(
                anchor -> lookup.hasAnchor(targets[(int) (anchor >>> Integer.SIZE)], (int) anchor));
  }

  /** Knows the files of a site by {@link #fileHash} and their ids by {@link #idHash}. */
  interface Lookup {
    /** Finds whatever it is asked for. */
    Lookup ALL =
        new Lookup() {
          @Override
          public boolean hasFile(long file) {
            return true;
          }

          @Override
          public boolean hasAnchor(long file, int id) {
            return true;
          }
        };

    boolean hasFile(long file);

    boolean hasAnchor(long file, int id);
  }

  /**
   * A hash of a path that no two files of a site share: 64 bits, FNV-1a with the finisher of
   * MurmurHash3.
   */
  static long fileHash(String path) {
    return hash(path, 0);
  }

  private static long hash(String text, int from) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
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
    private static final int BITS = Integer.SIZE;
    private static final long LOW = 0xffffffffL;

    /** No file's address has this sign. */
    private static final String NO_ADDRESS = "#";

    private static final String TOP = "#top";

    private final String path;
    private final LongList ids = new LongList();
    private final LongList wantedHere = new LongList();

    /** The number of a file among the targets, by its address as written. */
    private final Map<String, Integer> byAddress = new HashMap<>();

    private final Map<String, Integer> byPath = new HashMap<>();
    private final LongList targets = new LongList();

    /** Number of the file in the upper half, hash of the anchor in the lower. */
    private final LongList wanted = new LongList();

    private String lastFile = NO_ADDRESS;
    private int lastNumber = NO_FILE;
    private boolean suspect;

    Summary(String path) {
      this.path = path;
    }

    @Override
    public void id(String id, boolean old, PageReader.Place place) {
      ids.add(idHash(id) & LOW);
    }

    /** Links to one file come in great number, one after another, and differ in their anchor. */
    @Override
    public void link(String url, boolean loaded, PageReader.Place place) {
      int end = url.indexOf('#');
      if (end == 0) {
        linkHere(url);
        return;
      }
      int length = end < 0 ? url.length() : end;
      if (length != lastFile.length() || !url.startsWith(lastFile)) {
        enterFile(url.substring(0, length), loaded);
      }
      if (end > 0 && lastNumber != NO_FILE) {
        want(url, end + 1);
      }
    }

    private void want(String url, int from) {
      if (isPlain(url, from)) {
        wanted.add((long) lastNumber << BITS | hash(url, from) & LOW);
      } else {
        String anchor = Reference.anchor(url);
        if (!anchor.isEmpty()) {
          wanted.add((long) lastNumber << BITS | idHash(anchor) & LOW);
        }
      }
    }

    private void enterFile(String file, boolean loaded) {
      lastNumber = byAddress.getOrDefault(file, NO_FILE);
      lastFile = file;
      if (lastNumber == NO_FILE) {
        lastNumber = number(file, loaded);
        if (lastNumber == NO_FILE) {
          lastFile = NO_ADDRESS;
        } else {
          byAddress.put(file, lastNumber);
        }
      }
    }

    private void linkHere(String url) {
      if (isPlain(url, 1) && !url.equals(TOP)) {
        wantedHere.add(hash(url, 1) & LOW);
      } else if (Reference.of(path, url) instanceof Reference.ToAnchor(String anchor)) {
        wantedHere.add(idHash(anchor) & LOW);
      }
    }

    /** Whether the end of an address is an id as it stands, with nothing to decode. */
    private static boolean isPlain(String url, int from) {
      for (int i = from; i < url.length(); i++) {
        char c = url.charAt(i);
        if ((c < '0' || c > '9') && (c < 'a' || c > 'z') && c != '-') {
          return false;
        }
      }
      return from < url.length();
    }

    private int number(String file, boolean loaded) {
      return switch (Reference.of(path, file)) {
        case Reference.ToFile(String target, String none) ->
            byPath.computeIfAbsent(
                target,
                key -> {
                  targets.add(fileHash(key));
                  return byPath.size();
                });
        case Reference.ToAnchor(String anchor) -> NO_FILE;
        case Reference.ToNothing() -> NO_FILE;
        case Reference.ToNetwork() -> {
          suspect |= loaded;
          yield NO_FILE;
        }
        case Reference.ToFolder() -> suspect();
        case Reference.ToElsewhere() -> suspect();
      };
    }

    private int suspect() {
      suspect = true;
      return NO_FILE;
    }

    PageLinks links() {
      long[] here = ids.sortedDistinct();
      int[] hashes = Arrays.stream(here).mapToInt(hash -> (int) hash).sorted().toArray();
      long[] anchors = wanted.sortedDistinct();
      boolean repeated = here.length < ids.size();
      boolean missing =
          Arrays.stream(wantedHere.sortedDistinct())
              .anyMatch(hash -> Arrays.binarySearch(hashes, (int) hash) < 0);
      return new PageLinks(
          path, hashes, targets.toArray(), anchors, suspect || repeated || missing);
    }
  }
}
