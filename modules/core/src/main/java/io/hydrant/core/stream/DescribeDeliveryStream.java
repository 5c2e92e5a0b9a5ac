package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.stream.DeliveryStreamDescription.EncryptionDescription;
import io.hydrant.core.stream.destination.DestinationDescriptions;
import io.hydrant.core.stream.destination.Sources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * DescribeDeliveryStream.
 *
 * @param forCreation the look before a creation: where there is no stream, the refusal tells the
 *     next generation
 */
public record DescribeDeliveryStream(boolean forCreation)
    implements StreamCommand.OfExisting<DeliveryStreamDescription> {
  public DescribeDeliveryStream() {
    this(false);
  }

  /**
   * Which stream of its name the next one would be, as the refusal of a look before a creation
   * tells; 0 from a node of the build before.
   */
  public static int nextGeneration(Refusal notFound) {
    return Optional.ofNullable(notFound.details().get(Errors.NEXT_GENERATION))
        .map(Integer::parseInt)
        .orElse(0);
  }

  @Override
  public Decision<StreamEvent, DeliveryStreamDescription> decide(StreamState state, Instant now) {
    return forCreation && state instanceof NoStream none
        ? Decision.refuse(Errors.notFound(none.arn(), none.incarnations() + 1))
        : StreamCommand.OfExisting.super.decide(state, now);
  }

  @Override
  public Decision<StreamEvent, DeliveryStreamDescription> decide(
      DeliveryStream stream, Instant now) {
    return Decision.answer(describe(stream));
  }

  /** The description of a stream as it stands. */
  public static DeliveryStreamDescription describe(DeliveryStream stream) {
    return new DeliveryStreamDescription(
        stream.arn(),
        stream.lifecycle().status(),
        failure(stream.lifecycle()),
        encryption(stream),
        stream.type(),
        stream.incarnation(),
        stream.versionId(),
        stream.createdAt(),
        stream.updatedAt(),
        Sources.describe(stream.type(), stream.sources(), stream.createdAt()),
        List.of(DestinationDescriptions.describe(stream.destination())));
  }

  private static Optional<FailureDescription> failure(Lifecycle lifecycle) {
    if (lifecycle instanceof Lifecycle.CreatingFailed failed) {
      return Optional.of(failed.failure());
    }
    return lifecycle instanceof Lifecycle.DeletingFailed failed
        ? Optional.of(failed.failure())
        : Optional.empty();
  }

  /** Where nothing else has failed, records that wait for their key are told of here. */
  private static EncryptionDescription encryption(DeliveryStream stream) {
    EncryptionDescription shown = describe(stream.encryption());
    return new EncryptionDescription(
        shown.keyArn(),
        shown.keyType(),
        shown.status(),
        shown.failure().isPresent() ? shown.failure() : stream.held());
  }

  private static EncryptionDescription describe(Encryption encryption) {
    if (encryption instanceof Encryption.Enabling enabling) {
      return shown(encryption, enabling.target().type(), enabling.target().keyArn());
    }
    if (encryption instanceof Encryption.EnablingFailed failed) {
      // The key that still encrypts, where there is one: a failed attempt changes nothing.
      EncryptionDescription shown =
          failed
              .keys()
              .newest()
              .map(key -> shown(encryption, key.type(), key.keyArn()))
              .orElseGet(
                  () -> shown(encryption, failed.attempted().type(), failed.attempted().keyArn()));
      return new EncryptionDescription(
          shown.keyArn(), shown.keyType(), shown.status(), Optional.of(failed.failure()));
    }
    return encryption
        .keys()
        .newest()
        .map(key -> shown(encryption, key.type(), key.keyArn()))
        .orElseGet(
            () ->
                new EncryptionDescription(
                    Optional.empty(), Optional.empty(), encryption.status(), Optional.empty()));
  }

  /** "KeyARN" is shown for customer keys only. */
  private static EncryptionDescription shown(Encryption encryption, KeyType type, String keyArn) {
    return new EncryptionDescription(
        type == KeyType.CUSTOMER_MANAGED_CMK ? Optional.of(keyArn) : Optional.empty(),
        Optional.of(type),
        encryption.status(),
        Optional.empty());
  }
}
