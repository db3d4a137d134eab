package annals.publish;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Folders beside the releases that have all files of one of them already, {@code
 * .ready-<number>-<release>}. In one of them the next release is brought together, by what differs:
 * making ten thousands of folders and links takes longer than all else in a publish that changes
 * little, and deleting those of an old release as long again. So some are made at the first
 * publish, and a release that is to stay no longer becomes one. Readers see none of them.
 */
final class PreparedFolders {
  private static final String PREFIX = ".ready-";
  private static final Pattern NAME = Pattern.compile(Pattern.quote(PREFIX) + "(\\d{1,4})-(.+)");

  private final RemoteFolder remote;
  private final Streams streams;
  private final String parent;

  /**
   * @param parent where at the target they stand
   */
  PreparedFolders(RemoteFolder remote, Streams streams, String parent) {
    this.remote = remote;
    this.streams = streams;
    this.parent = parent;
  }

  /**
   * One of them.
   *
   * @param path where at the target it stands
   * @param release the release whose files it has
   */
  record Prepared(String path, int number, String release) {}

  /** All of them, those of the newest release first. */
  List<Prepared> all() throws IOException {
    return remote.list(parent).stream()
        .filter(e -> e.kind() == RemoteFolder.Kind.FOLDER)
        .map(e -> NAME.matcher(e.name()))
        .filter(Matcher::matches)
        .map(name -> new Prepared(at(name.group()), Integer.parseInt(name.group(1)), name.group(2)))
        .sorted(Comparator.comparing(Prepared::release).reversed().thenComparing(Prepared::number))
        .toList();
  }

  private String at(String name) {
    return RemoteTree.join(parent, name);
  }

  private String unused(String release) throws IOException {
    Set<Integer> numbers = all().stream().map(Prepared::number).collect(Collectors.toSet());
    int number = 1;
    while (numbers.contains(number)) {
      number++;
    }
    return at(PREFIX + number + "-" + release);
  }

  /**
   * Makes more of them, where the target can at once.
   *
   * @param folder where the release stands whose files they get
   * @param apart how the names of unfinished ones begin
   */
  void add(String release, String folder, int number, String apart) throws IOException {
    boolean possible = true;
    for (int i = 0; i < number && possible; i++) {
      possible = RemoteTree.link(remote, streams, folder, unused(release), apart);
    }
  }

  /** Takes the folder of a release that is to stay no longer. */
  void take(String release, String folder) throws IOException {
    remote.rename(folder, unused(release));
  }

  /** Those of the oldest releases that are more than so many. */
  Collection<Prepared> beyond(int most) throws IOException {
    return all().stream().skip(most).toList();
  }
}
