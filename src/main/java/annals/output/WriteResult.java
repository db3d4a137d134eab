package annals.output;

/**
 * What a finished {@link SiteWriter#commit()} did. The manifest itself is not counted.
 *
 * @param written files new or changed
 * @param unchanged files that stood there already, byte for byte, and were not touched
 * @param deleted files of an earlier build that this one does not have
 * @param kept files in the output folder that no build made
 * @param bytesWritten the size of the written files
 * @param bytes the size of the whole site, without kept files
 */
public record WriteResult(
    int written, int unchanged, int deleted, int kept, long bytesWritten, long bytes) {}
