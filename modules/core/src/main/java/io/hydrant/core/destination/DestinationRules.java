package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;

/** The rules for a destination's configuration beyond its shape. */
public final class DestinationRules {
  private DestinationRules() {}

  /** InvalidArgumentException for the first rule that is broken. */
  public static Optional<ServiceError> check(Destination destination) {
    Structure configuration = destination.configuration();
    return destination
        .type()
        .kind()
        .check(configuration)
        .or(() -> inner(configuration, "S3Configuration"))
        .or(() -> inner(configuration, "S3BackupConfiguration"))
        .or(() -> BackupRules.check(destination))
        .or(() -> ProcessorRules.check(destination));
  }

  private static Optional<ServiceError> inner(Structure configuration, String member) {
    return configuration.structure(member).flatMap(S3Rules::check);
  }
}
