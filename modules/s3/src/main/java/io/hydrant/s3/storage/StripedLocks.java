package io.hydrant.s3.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Locks that order the changes of one object, also between processes that share the folder. Each
 * stripe is a lock in memory and a lock on a file.
 */
final class StripedLocks implements Closeable {
  private static final long PAUSE_NANOS = 500_000;

  private final ReentrantLock[] locks;
  private final FileChannel[] channels;

  /** Work that is done under a lock. */
  interface Work {
    void run() throws IOException;
  }

  /** Work under a lock that has a result. */
  interface Call<T> {
    T call() throws IOException;
  }

  private interface Held extends Closeable {}

  /**
   * @param folder holds the lock files; it is made when missing
   * @param stripes the number of locks, the same for all who share the folder
   */
  StripedLocks(Path folder, int stripes) throws IOException {
    this.locks = new ReentrantLock[stripes];
    this.channels = new FileChannel[stripes];
    Files.createDirectories(folder);
    for (int stripe = 0; stripe < locks.length; stripe++) {
      locks[stripe] = new ReentrantLock();
      channels[stripe] =
          FileChannel.open(
              folder.resolve(Integer.toString(stripe)),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
    }
  }

  /** Works under the lock of a name. The lock is not reentrant. */
  void run(String name, Work work) throws IOException {
    call(
        name,
        () -> {
          work.run();
          return name;
        });
  }

  /** Works under the lock of a name. The lock is not reentrant. */
  <T> T call(String name, Call<T> work) throws IOException {
    Held held = hold(Math.floorMod(name.hashCode(), locks.length));
    try {
      return work.call();
    } finally {
      held.close();
    }
  }

  /** Works under the locks of all names. */
  <T> T callAlone(Call<T> work) throws IOException {
    Held held = holdAll();
    try {
      return work.call();
    } finally {
      held.close();
    }
  }

  private Held holdAll() throws IOException {
    Deque<Held> all = new ArrayDeque<>();
    Held releasing =
        () -> {
          while (!all.isEmpty()) {
            all.pop().close();
          }
        };
    try {
      for (int stripe = 0; stripe < locks.length; stripe++) {
        all.push(hold(stripe));
      }
      return releasing;
    } catch (IOException | RuntimeException e) {
      releasing.close();
      throw e;
    }
  }

  private Held hold(int stripe) throws IOException {
    locks[stripe].lock();
    try {
      FileLock lock = lock(channels[stripe]);
      return () -> {
        try {
          lock.release();
        } finally {
          locks[stripe].unlock();
        }
      };
    } catch (IOException | RuntimeException e) {
      locks[stripe].unlock();
      throw e;
    }
  }

  /** Another storage of this process may hold the file's lock: Java does not wait for that. */
  private static FileLock lock(FileChannel channel) throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException otherStorage) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (FileChannel channel : channels) {
      channel.close();
    }
  }
}
