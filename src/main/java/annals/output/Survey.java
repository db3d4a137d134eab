package annals.output;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a new site meets in the output folder, found before anything changes. All lists are sorted.
 *
 * @param obstacles errors: things not made by Annals that stand where the site must go
 * @param displaced files of an earlier build that must go before the new files come, for a file
 *     comes where their folder stood or a folder where they stood
 * @param stale all other files of an earlier build that the new site does not have
 * @param kept files that no build made; they stay
 */
record Survey(
    List<Diagnostic> obstacles, List<String> displaced, List<String> stale, List<String> kept) {
  /**
   * @param site all files of the new site
   * @param changed those of them whose bytes do not stand there yet
   * @param listed the files that earlier builds list
   */
  static Survey of(OutputFolder folder, Set<String> site, Set<String> changed, Set<String> listed)
      throws IOException {
    Set<String> siteFolders = OutputFolder.foldersOf(site);
    Set<String> foldersInTheWay = new HashSet<>();
    List<Diagnostic> obstacles = new ArrayList<>();
    List<String> displaced = new ArrayList<>();
    List<String> stale = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    folder.walk(
        new OutputFolder.Visitor() {
          @Override
          public void folder(String path) {
            if (site.contains(path)) {
              foldersInTheWay.add(path);
            }
          }

          @Override
          public void file(String path, boolean regular) {
            boolean ours = regular && listed.contains(path);
            if (site.contains(path)) {
              if (!ours && changed.contains(path)) {
                obstacles.add(obstacle(folder, path));
              }
            } else if (siteFolders.contains(path) || isBelow(path, foldersInTheWay)) {
              if (ours) {
                displaced.add(path);
              } else {
                obstacles.add(obstacle(folder, path));
              }
            } else if (ours) {
              stale.add(path);
            } else {
              kept.add(path);
            }
          }
        });
    return new Survey(
        obstacles.stream().sorted().toList(),
        displaced.stream().sorted().toList(),
        stale.stream().sorted().toList(),
        kept.stream().sorted().toList());
  }

  private static boolean isBelow(String path, Set<String> folders) {
    if (!folders.isEmpty()) {
      for (String up = OutputFolder.folderOf(path); !up.isEmpty(); up = OutputFolder.folderOf(up)) {
        if (folders.contains(up)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Diagnostic obstacle(OutputFolder folder, String path) {
    return Diagnostic.error(
        "foreign-file-in-the-way",
        Position.of(folder.name(path)),
        "stands where the site must be written, and no build made it",
        "move it away, or build into another folder");
  }
}
