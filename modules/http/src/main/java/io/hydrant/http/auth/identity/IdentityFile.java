package io.hydrant.http.auth.identity;

import io.hydrant.core.policy.IdentityPolicyStore;
import io.hydrant.core.policy.NamedPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Identities in a file that may change while the node runs. Calls check the file for a change, at
 * most once a second. If a changed file cannot be read, the identities stay as they are. Safe for
 * use by several threads.
 */
public final class IdentityFile implements IdentityPolicyStore {
  private static final Logger LOG = LoggerFactory.getLogger(IdentityFile.class);
  private static final long CHECK_NANOS = 1_000_000_000;

  private final Optional<Path> file;
  private final UnknownKeys unknownKeys;
  private final LongSupplier nanos;
  private final AtomicLong nextCheck;
  private volatile Read read;

  private IdentityFile(
      Optional<Path> file, UnknownKeys unknownKeys, LongSupplier nanos, Read read) {
    this.file = file;
    this.unknownKeys = unknownKeys;
    this.nanos = nanos;
    this.nextCheck = new AtomicLong(nanos.getAsLong() + CHECK_NANOS);
    this.read = read;
  }

  /**
   * @param file empty for a node without an identities file
   * @param nanos a monotonic clock in nanoseconds
   */
  public static IdentityFile open(Optional<Path> file, UnknownKeys unknownKeys, LongSupplier nanos)
      throws BadIdentitiesException, IOException {
    Read first =
        file.isPresent()
            ? read(file.get(), Stamp.of(file.get()))
            : new Read(IdentityList.NONE, Stamp.NONE);
    return new IdentityFile(file, unknownKeys, nanos, first);
  }

  /** Returns a file without identities: every caller is the root of an account. */
  public static IdentityFile none() {
    return new IdentityFile(
        Optional.empty(),
        UnknownKeys.ROOT,
        System::nanoTime,
        new Read(IdentityList.NONE, Stamp.NONE));
  }

  public Optional<Identity> withAccessKey(String accessKeyId) {
    return current().withAccessKey(accessKeyId);
  }

  public UnknownKeys unknownKeys() {
    return unknownKeys;
  }

  /** Returns whether the file names the principal or, for a session, its role. */
  public boolean knows(String principalArn) {
    return current().policies(principalArn).isPresent();
  }

  /** Unknown principals have full access, unless unknown keys are rejected. */
  @Override
  public List<NamedPolicy> policies(String principalArn) {
    return current()
        .policies(principalArn)
        .orElseGet(
            () ->
                unknownKeys == UnknownKeys.REJECT
                    ? List.of()
                    : IdentityPolicyStore.UNLIMITED.policies(principalArn));
  }

  private IdentityList current() {
    long due = nextCheck.get();
    long now = nanos.getAsLong();
    // One of several concurrent callers reloads the file; the others use the current list.
    if (file.isPresent() && now - due >= 0 && nextCheck.compareAndSet(due, now + CHECK_NANOS)) {
      reload(file.get());
    }
    return read.list();
  }

  private void reload(Path path) {
    Stamp stamp = read.stamp();
    try {
      stamp = Stamp.of(path);
      if (!stamp.equals(read.stamp())) {
        read = read(path, stamp);
        LOG.info("The identities in {} were read again", path);
      }
    } catch (BadIdentitiesException e) {
      keep(path, stamp, e.getMessage());
    } catch (IOException e) {
      keep(path, Stamp.NONE, "it cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** Logs each unreadable state of the file once. */
  private void keep(Path path, Stamp stamp, String why) {
    if (!stamp.equals(read.stamp())) {
      LOG.warn("The identities in {} stay as they were: {}", path, why);
      read = new Read(read.list(), stamp);
    }
  }

  private static Read read(Path path, Stamp stamp) throws BadIdentitiesException, IOException {
    return new Read(IdentityJson.read(Files.readString(path)), stamp);
  }

  private record Read(IdentityList list, Stamp stamp) {}

  /** The attributes that change with the file. */
  private record Stamp(FileTime modified, long size) {
    static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1);

    static Stamp of(Path path) throws IOException {
      return new Stamp(Files.getLastModifiedTime(path), Files.size(path));
    }
  }
}
