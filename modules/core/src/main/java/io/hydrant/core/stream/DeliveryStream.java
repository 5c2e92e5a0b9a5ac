package io.hydrant.core.stream;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.id.StreamArn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A stream that exists. */
public record DeliveryStream(
    StreamIdentity identity,
    StreamConfiguration configuration,
    Lifecycle lifecycle,
    EncryptionState encryptionState)
    implements StreamState {

  public DeliveryStream {
    if (!identity.type().takesEncryption()
        && !(encryptionState.encryption() instanceof Encryption.Disabled)) {
      throw new IllegalStateException(
          "a stream of type " + identity.type() + " cannot be encrypted");
    }
  }

  /** A stream that was just created, without encryption. */
  static DeliveryStream created(
      StreamIdentity identity, StreamConfiguration configuration, Lifecycle.Creating creating) {
    return new DeliveryStream(identity, configuration, creating, EncryptionState.NONE);
  }

  @Override
  public StreamArn arn() {
    return identity.arn();
  }

  public int generation() {
    return identity.generation();
  }

  public DeliveryStreamType type() {
    return identity.type();
  }

  public Destination destination() {
    return configuration.destination();
  }

  public int version() {
    return configuration.version();
  }

  public String versionId() {
    return Integer.toString(version());
  }

  Map<String, Optional<String>> tags() {
    return configuration.tags();
  }

  public boolean isActive() {
    return lifecycle instanceof Lifecycle.Active;
  }

  public Encryption encryption() {
    return encryptionState.encryption();
  }

  /** The number of the newest key epoch begun, 0 before the first. */
  public int lastEpoch() {
    return encryptionState.lastEpoch();
  }

  /** Returns the keys that are no longer in force and whose work is not done. */
  public List<RetiringKey> retiringKeys() {
    return encryptionState.retiring();
  }

  /** The reason why buffered records wait; empty while KMS decrypts their data key. */
  public Optional<FailureDescription> suspended() {
    return encryptionState.suspended();
  }

  /** Every data key that buffered records may be sealed under. */
  public List<KeyEpoch> epochs() {
    return encryptionState.epochs();
  }

  /** The customer's keys that it uses, is about to use, or still has records or grants of. */
  Set<String> customerKeys() {
    Set<String> keys = new TreeSet<>();
    if (encryption() instanceof Encryption.Enabling enabling
        && enabling.target().type() == KeyType.CUSTOMER_MANAGED_CMK) {
      keys.add(enabling.target().keyArn());
    }
    epochs().stream()
        .filter(epoch -> epoch.type() == KeyType.CUSTOMER_MANAGED_CMK)
        .map(KeyEpoch::keyArn)
        .forEach(keys::add);
    return keys;
  }

  DeliveryStream with(Lifecycle changed) {
    return new DeliveryStream(identity, configuration, changed, encryptionState);
  }

  DeliveryStream with(Encryption changed) {
    return with(encryptionState.with(changed));
  }

  /** The next epoch begins; its key is not in force yet. */
  DeliveryStream beginning(Encryption.Enabling enabling) {
    return with(encryptionState.beginning(enabling));
  }

  DeliveryStream withRetiring(List<RetiringKey> changed) {
    return with(encryptionState.withRetiring(changed));
  }

  /** Adds a key to be drained and retired. */
  DeliveryStream retiring(RetiringKey key) {
    return withRetiring(Stream.concat(retiringKeys().stream(), Stream.of(key)).toList());
  }

  DeliveryStream withSuspended(Optional<FailureDescription> changed) {
    return with(encryptionState.withSuspended(changed));
  }

  DeliveryStream withTags(Map<String, Optional<String>> changed) {
    return with(configuration.withTags(changed));
  }

  DeliveryStream updated(Destination changed, Instant at) {
    return with(configuration.updated(changed, at));
  }

  private DeliveryStream with(StreamConfiguration changed) {
    return new DeliveryStream(identity, changed, lifecycle, encryptionState);
  }

  private DeliveryStream with(EncryptionState changed) {
    return new DeliveryStream(identity, configuration, lifecycle, changed);
  }
}
