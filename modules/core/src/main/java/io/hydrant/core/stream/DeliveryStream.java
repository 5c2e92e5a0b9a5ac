package io.hydrant.core.stream;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.id.StreamArn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A stream.
 *
 * @param generation counts the streams that have had this name, from 1
 * @param sources the source configurations as they were given
 * @param version counts configurations, from 1 ({@code VersionId})
 * @param tags in the order in which they were first given; a missing value is an empty Optional
 * @param lastEpoch the number of the newest key epoch begun, 0 before the first
 * @param superseded keys that are not in force any more and whose work is not done
 * @param held why buffered records wait, where KMS will not open their key
 */
public record DeliveryStream(
    StreamArn arn,
    int generation,
    DeliveryStreamType type,
    Structure sources,
    Destination destination,
    int version,
    Instant createdAt,
    Optional<Instant> updatedAt,
    Map<String, Optional<String>> tags,
    Lifecycle lifecycle,
    Encryption encryption,
    int lastEpoch,
    List<RetiringKey> superseded,
    Optional<FailureDescription> held)
    implements StreamState {

  public DeliveryStream {
    tags = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(tags));
    superseded = List.copyOf(superseded);
    if (encryption.keys().newest().stream().anyMatch(key -> key.number() > lastEpoch)) {
      throw new IllegalStateException("a key in force from an epoch that has not begun");
    }
    if (!type.takesEncryption() && !(encryption instanceof Encryption.Disabled)) {
      throw new IllegalStateException("a stream of type " + type + " cannot be encrypted");
    }
  }

  public String versionId() {
    return Integer.toString(version);
  }

  public boolean isActive() {
    return lifecycle instanceof Lifecycle.Active;
  }

  /** Every data key that buffered records may be sealed under. */
  public List<KeyEpoch> epochs() {
    return Stream.concat(
            encryption.keys().newest().stream(),
            superseded.stream().flatMap(key -> key.epoch().stream()))
        .toList();
  }

  /** The customer's keys that it uses, is about to, or has not quite left. */
  Set<String> customerKeys() {
    Set<String> keys = new TreeSet<>();
    if (encryption instanceof Encryption.Enabling enabling
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
    return new DeliveryStream(
        arn,
        generation,
        type,
        sources,
        destination,
        version,
        createdAt,
        updatedAt,
        tags,
        changed,
        encryption,
        lastEpoch,
        superseded,
        held);
  }

  DeliveryStream with(Encryption changed) {
    return new DeliveryStream(
        arn,
        generation,
        type,
        sources,
        destination,
        version,
        createdAt,
        updatedAt,
        tags,
        lifecycle,
        changed,
        lastEpoch,
        superseded,
        held);
  }

  /** The next epoch begins; its key is not in force yet. */
  DeliveryStream beginning(Encryption.Enabling enabling) {
    if (enabling.number() != lastEpoch + 1) {
      throw new IllegalStateException("epochs count up by one");
    }
    return new DeliveryStream(
        arn,
        generation,
        type,
        sources,
        destination,
        version,
        createdAt,
        updatedAt,
        tags,
        lifecycle,
        enabling,
        enabling.number(),
        superseded,
        held);
  }

  DeliveryStream with(List<RetiringKey> changed) {
    return new DeliveryStream(
        arn,
        generation,
        type,
        sources,
        destination,
        version,
        createdAt,
        updatedAt,
        tags,
        lifecycle,
        encryption,
        lastEpoch,
        changed,
        held);
  }

  /** The keys left to be drained and retired, with one more. */
  DeliveryStream superseding(RetiringKey key) {
    return with(Stream.concat(superseded.stream(), Stream.of(key)).toList());
  }

  DeliveryStream withHeld(Optional<FailureDescription> changed) {
    return new DeliveryStream(
        arn,
        generation,
        type,
        sources,
        destination,
        version,
        createdAt,
        updatedAt,
        tags,
        lifecycle,
        encryption,
        lastEpoch,
        superseded,
        changed);
  }

  DeliveryStream withTags(Map<String, Optional<String>> changed) {
    return new DeliveryStream(
        arn,
        generation,
        type,
        sources,
        destination,
        version,
        createdAt,
        updatedAt,
        changed,
        lifecycle,
        encryption,
        lastEpoch,
        superseded,
        held);
  }

  DeliveryStream updated(Destination changed, Instant at) {
    return new DeliveryStream(
        arn,
        generation,
        type,
        sources,
        changed,
        version + 1,
        createdAt,
        Optional.of(at),
        tags,
        lifecycle,
        encryption,
        lastEpoch,
        superseded,
        held);
  }
}
