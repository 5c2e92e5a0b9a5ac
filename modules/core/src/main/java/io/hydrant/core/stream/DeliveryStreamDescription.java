package io.hydrant.core.stream;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.id.StreamArn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The output of DescribeDeliveryStream.
 *
 * @param generation counts the streams of that name, from 1; no member of the API
 * @param source the {@code Source} member, ready to be written
 * @param destinations the {@code Destinations} member, each with its {@code DestinationId}
 */
public record DeliveryStreamDescription(
    StreamArn arn,
    DeliveryStreamStatus status,
    Optional<FailureDescription> failure,
    EncryptionDescription encryption,
    DeliveryStreamType type,
    int generation,
    String versionId,
    Instant createTimestamp,
    Optional<Instant> lastUpdateTimestamp,
    Optional<Structure> source,
    List<Structure> destinations) {

  /** DeliveryStreamEncryptionConfiguration. */
  public record EncryptionDescription(
      Optional<String> keyArn,
      Optional<KeyType> keyType,
      EncryptionStatus status,
      Optional<FailureDescription> failure) {}
}
