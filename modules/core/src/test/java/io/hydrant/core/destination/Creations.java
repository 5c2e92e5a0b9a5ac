package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.members;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.CreateDeliveryStream;
import java.util.List;
import java.util.Optional;

/** What the rules say of a creation, in account 000000000000 and region us-east-1. */
final class Creations {
  private Creations() {}

  static Optional<ServiceError> extendedS3(Structure configuration) {
    return of(DestinationType.EXTENDED_S3, configuration);
  }

  static Optional<ServiceError> of(DestinationType type, Structure configuration) {
    return CreateDeliveryStream.check(
        Caller.root("000000000000", "us-east-1"),
        new StreamName("orders"),
        new CreateDeliveryStream.Input(
            DeliveryStreamType.DIRECT_PUT,
            Optional.empty(),
            members(type.configurationMember(), configuration),
            List.of()));
  }
}
