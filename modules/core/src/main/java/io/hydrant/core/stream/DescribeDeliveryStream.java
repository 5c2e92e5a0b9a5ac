package io.hydrant.core.stream;

import io.hydrant.core.destination.DestinationDescriptions;
import io.hydrant.core.destination.Sources;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.stream.DeliveryStreamDescription.EncryptionDescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** DescribeDeliveryStream. */
public record DescribeDeliveryStream()
    implements StreamCommand.OfExisting<DeliveryStreamDescription> {
  @Override
  public Decision<StreamEvent, DeliveryStreamDescription> decide(
      DeliveryStream stream, Instant now) {
    return Decision.answer(describe(stream));
  }

  /** Returns the description of a stream. */
  public static DeliveryStreamDescription describe(DeliveryStream stream) {
    return new DeliveryStreamDescription(
        stream.arn(),
        stream.lifecycle().status(),
        stream.lifecycle().accept(new Failure()),
        encryption(stream),
        stream.type(),
        stream.generation(),
        stream.versionId(),
        stream.identity().createdAt(),
        stream.configuration().updatedAt(),
        Sources.describe(
            stream.type(), stream.configuration().sources(), stream.identity().createdAt()),
        List.of(DestinationDescriptions.describe(stream.destination())));
  }

  /** Shows the failure of the encryption, or else why buffered records wait. */
  private static EncryptionDescription encryption(DeliveryStream stream) {
    EncryptionDescription shown = stream.encryption().accept(new Shown());
    return new EncryptionDescription(
        shown.keyArn(),
        shown.keyType(),
        shown.status(),
        shown.failure().isPresent() ? shown.failure() : stream.suspended());
  }

  /** Describes why a creation or a deletion has failed. */
  private record Failure() implements Lifecycle.Visitor<Optional<FailureDescription>> {
    @Override
    public Optional<FailureDescription> visit(Lifecycle.Creating creating) {
      return Optional.empty();
    }

    @Override
    public Optional<FailureDescription> visit(Lifecycle.CreatingFailed failed) {
      return Optional.of(failed.failure());
    }

    @Override
    public Optional<FailureDescription> visit(Lifecycle.Active active) {
      return Optional.empty();
    }

    @Override
    public Optional<FailureDescription> visit(Lifecycle.Deleting deleting) {
      return Optional.empty();
    }

    @Override
    public Optional<FailureDescription> visit(Lifecycle.DeletingFailed failed) {
      return Optional.of(failed.failure());
    }
  }

  /** Describes the key and the failure of a state. */
  private record Shown() implements Encryption.Visitor<EncryptionDescription> {
    @Override
    public EncryptionDescription visit(Encryption.Disabled disabled) {
      return inForce(disabled).orElseGet(() -> none(disabled));
    }

    @Override
    public EncryptionDescription visit(Encryption.Enabling enabling) {
      return shown(enabling, enabling.target().type(), enabling.target().keyArn());
    }

    @Override
    public EncryptionDescription visit(Encryption.Enabled enabled) {
      return shown(enabled, enabled.key().type(), enabled.key().keyArn());
    }

    /** Shows the key in force, where there is one: a failed change of key leaves it in force. */
    @Override
    public EncryptionDescription visit(Encryption.EnablingFailed failed) {
      ResolvedKey attempted = failed.attempted();
      EncryptionDescription shown =
          inForce(failed).orElseGet(() -> shown(failed, attempted.type(), attempted.keyArn()));
      return new EncryptionDescription(
          shown.keyArn(), shown.keyType(), shown.status(), Optional.of(failed.failure()));
    }

    @Override
    public EncryptionDescription visit(Encryption.Disabling disabling) {
      return inForce(disabling).orElseGet(() -> none(disabling));
    }

    private static Optional<EncryptionDescription> inForce(Encryption encryption) {
      return encryption.keys().latest().map(key -> shown(encryption, key.type(), key.keyArn()));
    }

    private static EncryptionDescription none(Encryption encryption) {
      return new EncryptionDescription(
          Optional.empty(), Optional.empty(), encryption.status(), Optional.empty());
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
}
