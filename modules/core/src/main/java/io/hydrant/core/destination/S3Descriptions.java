package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Numeric;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import java.util.List;

/** The descriptions of S3 configurations, with the defaults of AWS. */
final class S3Descriptions {
  private static final String CONVERSION = "DataFormatConversionConfiguration";
  private static final String PARTITIONING = "DynamicPartitioningConfiguration";
  private static final Structure RETRIES =
      Structure.empty().with("DurationInSeconds", new Numeric(300));

  /** The members that S3DestinationDescription has. */
  private static final List<String> PLAIN =
      List.of(
          "RoleARN",
          "BucketARN",
          "Prefix",
          "ErrorOutputPrefix",
          "BufferingHints",
          "CompressionFormat",
          "EncryptionConfiguration",
          "CloudWatchLoggingOptions");

  private S3Descriptions() {}

  /** Describes a configuration of S3, also one inside another destination's configuration. */
  static Structure inner(Structure configuration) {
    return configuration
        .with("BufferingHints", BufferingHints.ofS3(configuration).asDocument())
        .withDefault("CompressionFormat", new Text("UNCOMPRESSED"))
        .withDefault(
            "EncryptionConfiguration",
            Structure.empty().with("NoEncryptionConfig", new Text("NoEncryption")))
        .withDefault("CloudWatchLoggingOptions", DestinationDescriptions.disabled());
  }

  /** Describes the configuration of a destination by ExtendedS3DestinationDescription. */
  static Structure extended(Structure configuration) {
    Structure shown =
        DestinationDescriptions.renamed(inner(configuration))
            .withDefault("S3BackupMode", new Text("Disabled"))
            .withDefault("ProcessingConfiguration", DestinationDescriptions.noProcessing());
    return conversion(partitioning(shown));
  }

  /** Keeps the members of S3DestinationDescription. */
  static Structure plain(Structure extended) {
    Structure kept = Structure.empty();
    for (String name : PLAIN) {
      if (extended.get(name).isPresent()) {
        kept = kept.with(name, extended.get(name).get());
      }
    }
    return kept;
  }

  /** Enabled where nothing else was given, and no other default: recorded from AWS. */
  private static Structure conversion(Structure shown) {
    return shown
        .structure(CONVERSION)
        .map(given -> shown.with(CONVERSION, given.withDefault("Enabled", new Bool(true))))
        .orElse(shown);
  }

  /** 300 seconds of retries: service model. */
  private static Structure partitioning(Structure shown) {
    return shown
        .structure(PARTITIONING)
        .map(given -> shown.with(PARTITIONING, given.withDefault("RetryOptions", RETRIES)))
        .orElse(shown);
  }
}
