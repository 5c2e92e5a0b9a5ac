package io.hydrant.core.stream.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Refusal;
import java.util.Optional;
import java.util.Set;

/** What a destination's configuration must keep beyond its shape. */
public final class DestinationRules {
  private static final Set<String> REDSHIFT_UNREADABLE = Set.of("ZIP", "Snappy", "HADOOP_SNAPPY");

  private DestinationRules() {}

  /** InvalidArgumentException for the first rule that is broken. */
  public static Optional<Refusal> check(Destination destination) {
    Structure configuration = destination.configuration();
    Optional<Refusal> own =
        destination.type().isS3() ? S3Rules.check(configuration) : S3Rules.hints(configuration);
    return own.or(() -> inner(configuration, "S3Configuration"))
        .or(() -> inner(configuration, "S3BackupConfiguration"))
        .or(() -> redshift(destination));
  }

  private static Optional<Refusal> inner(Structure configuration, String member) {
    return configuration.structure(member).flatMap(S3Rules::check);
  }

  /** COPY, which reads what was put into the bucket, does not know these formats. */
  private static Optional<Refusal> redshift(Destination destination) {
    return destination.type() == DestinationType.REDSHIFT
        ? destination
            .configuration()
            .structure("S3Configuration")
            .flatMap(s3 -> s3.text("CompressionFormat"))
            .filter(REDSHIFT_UNREADABLE::contains)
            .map(
                format ->
                    DestinationErrors.invalid(
                        "The compression format "
                            + format
                            + " cannot be specified in"
                            + " RedshiftDestinationConfiguration.S3Configuration."))
        : Optional.empty();
  }
}
