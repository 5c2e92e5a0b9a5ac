package io.hydrant.core.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Numeric;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import java.util.List;
import java.util.Map;

/**
 * A destination as DescribeDeliveryStream shows it: what was given, with the service's defaults.
 */
public final class DestinationDescriptions {
  /** The only destination that a stream has. */
  public static final String DESTINATION_ID = "destinationId-000000000001";

  private static final String CONVERSION = "DataFormatConversionConfiguration";
  private static final String PARTITIONING = "DynamicPartitioningConfiguration";
  private static final Structure RETRIES =
      Structure.empty().with("DurationInSeconds", new Numeric(300));
  private static final String VPC = "VpcConfigurationDescription";
  private static final String VPC_ID = "vpc-00000000000000000";

  /** Members that the output shapes call otherwise. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "S3Configuration", "S3DestinationDescription",
          "S3BackupConfiguration", "S3BackupDescription",
          "VpcConfiguration", VPC);

  /** The members that S3DestinationDescription has. */
  private static final List<String> PLAIN_S3 =
      List.of(
          "RoleARN",
          "BucketARN",
          "Prefix",
          "ErrorOutputPrefix",
          "BufferingHints",
          "CompressionFormat",
          "EncryptionConfiguration",
          "CloudWatchLoggingOptions");

  private DestinationDescriptions() {}

  /**
   * A stream made with either configuration of S3 is described by both structures, as clients that
   * know the newer one alone expect.
   */
  public static Structure describe(Destination destination) {
    Structure shown = Structure.empty().with("DestinationId", new Text(DESTINATION_ID));
    Structure configuration = destination.configuration();
    return switch (destination.type()) {
      case S3, EXTENDED_S3 ->
          shown
              .with("S3DestinationDescription", only(extendedS3(configuration), PLAIN_S3))
              .with("ExtendedS3DestinationDescription", extendedS3(configuration));
      default ->
          shown.with(
              destination.type().descriptionMember(), other(destination.type(), configuration));
    };
  }

  private static Structure s3(Structure configuration) {
    return configuration
        .with("BufferingHints", BufferingHints.ofS3(configuration).asDocument())
        .withDefault("CompressionFormat", new Text("UNCOMPRESSED"))
        .withDefault(
            "EncryptionConfiguration",
            Structure.empty().with("NoEncryptionConfig", new Text("NoEncryption")))
        .withDefault("CloudWatchLoggingOptions", disabled());
  }

  private static Structure extendedS3(Structure configuration) {
    Structure shown =
        renamed(s3(configuration))
            .withDefault("S3BackupMode", new Text("Disabled"))
            .withDefault("ProcessingConfiguration", noProcessing());
    return conversion(partitioning(shown));
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

  private static Structure other(DestinationType type, Structure configuration) {
    Structure shown =
        DestinationDefaults.fill(type, withVpc(renamed(configuration)))
            .withDefault("CloudWatchLoggingOptions", disabled())
            .withDefault("ProcessingConfiguration", noProcessing());
    return type.buffering()
        .map(hints -> shown.withDefault("BufferingHints", hints.asDocument()))
        .orElse(shown);
  }

  /** Inner S3 configurations are described like S3 destinations. */
  private static Structure renamed(Structure configuration) {
    Structure shown = Structure.empty();
    for (Map.Entry<String, Document> member : configuration.members().entrySet()) {
      String name = RENAMED.getOrDefault(member.getKey(), member.getKey());
      boolean inner = name.startsWith("S3") && member.getValue() instanceof Structure;
      shown = shown.with(name, inner ? s3((Structure) member.getValue()) : member.getValue());
    }
    return shown;
  }

  /** Subnets are described with their VPC, which no request names; there is one for all here. */
  private static Structure withVpc(Structure described) {
    return described
        .structure(VPC)
        .map(vpc -> described.with(VPC, vpc.withDefault("VpcId", new Text(VPC_ID))))
        .orElse(described);
  }

  private static Structure only(Structure configuration, List<String> members) {
    Structure kept = Structure.empty();
    for (String name : members) {
      if (configuration.get(name).isPresent()) {
        kept = kept.with(name, configuration.get(name).get());
      }
    }
    return kept;
  }

  private static Structure disabled() {
    return Structure.empty().with("Enabled", new Bool(false));
  }

  private static Structure noProcessing() {
    return disabled().with("Processors", new Sequence(List.of()));
  }
}
