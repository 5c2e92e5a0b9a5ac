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
 * Identities in a file that may change while the node runs. A call looks for a changed file, at
 * most once a second. If a new file cannot be read, the old identities stay in force.
 */
public final class IdentityFile implements IdentityPolicyStore {
  private static final Logger LOG = LoggerFactory.getLogger(IdentityFile.class);
  private static final long LOOK_NANOS = 1_000_000_000;

  private final Optional<Path> file;
  private final UnknownKeys unknownKeys;
  private final LongSupplier nanos;
  private final AtomicLong lookAt;
  private volatile Read read;

  private IdentityFile(
      Optional<Path> file, UnknownKeys unknownKeys, LongSupplier nanos, Read read) {
    this.file = file;
    this.unknownKeys = unknownKeys;
    this.nanos = nanos;
    this.lookAt = new AtomicLong(nanos.getAsLong() + LOOK_NANOS);
    this.read = read;
  }

  /**
   * @param file empty for a node without an identities file
   * @param nanos a clock that only its differences count of
   */
  public static IdentityFile open(Optional<Path> file, UnknownKeys unknownKeys, LongSupplier nanos)
      throws BadIdentitiesException, IOException {
    Read first =
        file.isPresent()
            ? read(file.get(), Stamp.of(file.get()))
            : new Read(IdentityList.NONE, Stamp.NONE);
    return new IdentityFile(file, unknownKeys, nanos, first);
  }

  /** No identities: every caller is the root of an account. */
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

  /** Whether somebody wrote the principal down; of a session, its role. */
  public boolean knows(String principalArn) {
    return current().policies(principalArn).isPresent();
  }

  /** A caller that the file does not name may do everything, unless such callers are refused. */
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
    long due = lookAt.get();
    long now = nanos.getAsLong();
    // One of those who come at the same time looks; the others go on with what there is.
    if (file.isPresent() && now - due >= 0 && lookAt.compareAndSet(due, now + LOOK_NANOS)) {
      look(file.get());
    }
    return read.list();
  }

  private void look(Path path) {
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

  /** Complains once about each state of the file. */
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

  /** What changes with the file. */
  private record Stamp(FileTime modified, long size) {
    static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1);

    static Stamp of(Path path) throws IOException {
      return new Stamp(Files.getLastModifiedTime(path), Files.size(path));
    }
  }
}
