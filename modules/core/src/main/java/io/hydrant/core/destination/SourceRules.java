package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;

/** The rules for combinations of source and destination. Recorded from AWS, September 2026. */
public final class SourceRules {
  private SourceRules() {}

  /**
   * A database is delivered to Iceberg alone, and says the table of each record itself: that this
   * does away with the demand for a single table is assumed.
   */
  public static Optional<ServiceError> check(DeliveryStreamType source, Destination destination) {
    boolean iceberg = destination.type() == DestinationType.ICEBERG;
    if (source == DeliveryStreamType.DATABASE_AS_SOURCE) {
      return iceberg ? Optional.empty() : Optional.of(KindErrors.databaseNeedsIceberg());
    }
    return iceberg ? IcebergRules.table(destination.configuration()) : Optional.empty();
  }

  /** The credentials of a database are in Secrets Manager, under the same rule as elsewhere. */
  static Optional<ServiceError> secrets(Structure configurations) {
    return configurations
        .structure("DatabaseSourceConfiguration")
        .flatMap(source -> source.structure("DatabaseSourceAuthenticationConfiguration"))
        .flatMap(SecretsManagerRules::check);
  }
}
