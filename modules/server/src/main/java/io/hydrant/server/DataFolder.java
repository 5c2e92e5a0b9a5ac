package io.hydrant.server;

import io.hydrant.journal.JournalFormat;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The folder that holds all of a node's state, and the lock that keeps other nodes out of it. */
public final class DataFolder implements AutoCloseable {
  private static final String LOCK_FILE = "lock";
  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  static DataFolder open(Path given) throws NodeStartException {
    Path path = given.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      FileChannel channel =
          FileChannel.open(
              path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel).orElse(null);
      if (lock == null) {
        channel.close();
        throw new NodeStartException(
            "The data folder "
                + path
                + " is held by another node; stop that node or choose another folder (--data).");
      }
      if (!JournalFormat.isReadable(path)) {
        lock.release();
        channel.close();
        throw new NodeStartException(
            "The journal in "
                + path
                + " was written by another build of Hydrant, whose events this build cannot read;"
                + " choose another folder (--data).");
      }
      JournalFormat.mark(path);
      return new DataFolder(path, channel, lock);
    } catch (IOException e) {
      throw new NodeStartException(
          "The data folder "
              + path
              + " cannot be written ("
              + reason(e)
              + "); choose another one"
              + " (--data).",
          e);
    }
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException known && known.getReason() != null
        ? known.getReason()
        : e.getClass().getSimpleName().replace("Exception", "");
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  public Path path() {
    return path;
  }

  public Path journal() {
    return path.resolve("journal");
  }

  Path snapshots() {
    return path.resolve("snapshots");
  }

  Path audit() {
    return path.resolve("audit");
  }

  Path s3() {
    return path.resolve("s3");
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
