package annals.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Keeps a second build out of an output folder. The operating system gives the lock back when the
 * process ends in whatever way.
 */
final class OutputLock implements AutoCloseable {
  private static final int ATTEMPTS = 10;

  /** Far behind the file's end, for on some systems nobody can read a locked byte. */
  private static final long LOCKED_BYTE = 1L << 40;

  private final Disk disk;
  private final Path file;
  private final FileChannel channel;

  private OutputLock(Disk disk, Path file, FileChannel channel) {
    this.disk = disk;
    this.file = file;
    this.channel = channel;
  }

  /** Takes the lock, or throws at once where another build holds it. */
  static OutputLock acquire(OutputFolder folder, Disk disk) {
    Path file = folder.lockFile();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        disk.createFolders(file.getParent());
        FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        if (!lock(channel)) {
          channel.close();
          throw new OutputException(
              folder.name(""), "another build is writing into this folder; wait until it ends");
        }
        if (stillStands(file, channel)) {
          return new OutputLock(disk, file, channel);
        }
        channel.close();
      } catch (NoSuchFileException removedByABuildThatEnds) {
        continue;
      } catch (IOException e) {
        throw new OutputException(folder.name(""), e);
      }
    }
    throw new OutputException(
        folder.name(""), "other builds keep starting and ending here; try again");
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException heldInThisProcess) {
      return false;
    }
  }

  /**
   * A build that ends removes its lock file; one that had opened the file before that would hold a
   * lock that nobody else sees. A stamp written through the channel tells whether it is the file
   * that stands there.
   */
  private static boolean stillStands(Path file, FileChannel channel) throws IOException {
    byte[] stamp =
        (ProcessHandle.current().pid() + " " + System.nanoTime())
            .getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0).write(ByteBuffer.wrap(stamp));
    return Arrays.equals(stamp, Files.readAllBytes(file));
  }

  /** Removes the lock file and gives the lock back. */
  @Override
  public void close() throws IOException {
    try (channel) {
      disk.delete(file);
    }
  }
}
