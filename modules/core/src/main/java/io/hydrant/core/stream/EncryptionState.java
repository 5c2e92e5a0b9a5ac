package io.hydrant.core.stream;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stream's encryption and the keys that it still has work for.
 *
 * @param lastEpoch the number of the newest key epoch begun, 0 before the first
 * @param retiring keys that are no longer in force and whose work is not done
 * @param suspended why buffered records wait; empty while KMS decrypts their data key
 */
public record EncryptionState(
    Encryption encryption,
    int lastEpoch,
    List<RetiringKey> retiring,
    Optional<FailureDescription> suspended) {
  /** The state of a stream that was never encrypted. */
  static final EncryptionState NONE =
      new EncryptionState(Encryption.Disabled.NEVER_ENABLED, 0, List.of(), Optional.empty());

  public EncryptionState {
    retiring = List.copyOf(retiring);
    if (encryption.keys().latest().stream().anyMatch(key -> key.number() > lastEpoch)) {
      throw new IllegalStateException("a key in force from an epoch that has not begun");
    }
  }

  /** Every data key that buffered records may be sealed under. */
  public List<KeyEpoch> epochs() {
    return Stream.concat(
            encryption.keys().latest().stream(),
            retiring.stream().flatMap(key -> key.epoch().stream()))
        .toList();
  }

  EncryptionState with(Encryption changed) {
    return new EncryptionState(changed, lastEpoch, retiring, suspended);
  }

  /** The next epoch begins; its key is not in force yet. */
  EncryptionState beginning(Encryption.Enabling enabling) {
    if (enabling.number() != lastEpoch + 1) {
      throw new IllegalStateException("epochs count up by one");
    }
    return new EncryptionState(enabling, enabling.number(), retiring, suspended);
  }

  EncryptionState withRetiring(List<RetiringKey> changed) {
    return new EncryptionState(encryption, lastEpoch, changed, suspended);
  }

  EncryptionState withSuspended(Optional<FailureDescription> changed) {
    return new EncryptionState(encryption, lastEpoch, retiring, changed);
  }
}
