package annals.publish;

import annals.output.Manifest;
import annals.output.OutputFile;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a release says of itself: files beside the built site, made when it is known which release
 * it follows.
 */
public interface ReleaseNotes {
  /** Where these files lie. Files that a build makes there are taken for a stopgap. */
  String FOLDER = "changes/";

  /** Says nothing. */
  ReleaseNotes NONE = (release, time, changes, before) -> List.of();

  /**
   * Makes the files, all of them in {@link #FOLDER}.
   *
   * @param release the name of the new release
   * @param changes what it changes, by file
   * @param before what readers see until then
   */
  List<OutputFile> files(String release, Instant time, Changes changes, Optional<Earlier> before)
      throws IOException;

  /** What stands at a target. */
  interface Earlier {
    Manifest manifest();

    /**
     * A file's bytes.
     *
     * @return empty where it is not there, or not as the manifest says
     */
    Optional<byte[]> read(String path) throws IOException;
  }
}
