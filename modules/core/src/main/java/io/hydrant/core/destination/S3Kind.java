package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.Optional;

/** A bucket, with the members of the older configuration. */
class S3Kind implements DestinationKind {
  static final List<String> REQUIRED = List.of("RoleARN", "BucketARN");

  @Override
  public Optional<ServiceError> check(Structure configuration) {
    return S3Rules.check(configuration).or(() -> SecretsManagerRules.check(configuration));
  }

  @Override
  public List<String> required() {
    return REQUIRED;
  }

  @Override
  public BufferingHints buffering(Structure configuration) {
    return BufferingHints.ofS3(configuration);
  }

  @Override
  public boolean partitions(Structure configuration) {
    return PartitioningRules.partitions(configuration);
  }

  @Override
  public String backupMember() {
    return "S3BackupConfiguration";
  }

  /** Stores the default buffering hints too: recorded from AWS, September 2026. */
  @Override
  public Structure stored(Structure configuration) {
    return configuration.with("BufferingHints", buffering(configuration).asDocument());
  }

  /**
   * A stream made with either configuration of S3 is described by both structures, as clients that
   * know the newer one alone expect.
   */
  @Override
  public Structure describe(DestinationType type, Structure configuration) {
    Structure shown = S3Descriptions.extended(configuration);
    return Structure.empty()
        .with(DestinationType.S3.descriptionMember(), S3Descriptions.plain(shown))
        .with(DestinationType.EXTENDED_S3.descriptionMember(), shown);
  }
}
