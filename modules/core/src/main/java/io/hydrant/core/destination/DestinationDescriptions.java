package io.hydrant.core.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import java.util.List;
import java.util.Map;

/**
 * A destination as DescribeDeliveryStream shows it: what was given but for secrets, with the
 * service's defaults.
 */
public final class DestinationDescriptions {
  /** The only destination that a stream has. */
  public static final String DESTINATION_ID = "destinationId-000000000001";

  private static final String VPC = "VpcConfigurationDescription";
  private static final String VPC_ID = "vpc-00000000000000000";

  /** Members that the output shapes call otherwise. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "S3Configuration", "S3DestinationDescription",
          "S3BackupConfiguration", "S3BackupDescription",
          "VpcConfiguration", VPC);

  private DestinationDescriptions() {}

  public static Structure describe(Destination destination) {
    Structure shown = Structure.empty().with("DestinationId", new Text(DESTINATION_ID));
    Structure described =
        destination
            .type()
            .kind()
            .describe(destination.type(), Secrets.removedFrom(destination.configuration()));
    for (Map.Entry<String, Document> member : described.members().entrySet()) {
      shown = shown.with(member.getKey(), member.getValue());
    }
    return shown;
  }

  /**
   * Returns the members under their names in descriptions. Inner S3 configurations are described.
   */
  static Structure renamed(Structure configuration) {
    Structure shown = Structure.empty();
    for (Map.Entry<String, Document> member : configuration.members().entrySet()) {
      String name = RENAMED.getOrDefault(member.getKey(), member.getKey());
      boolean inner = name.startsWith("S3") && member.getValue() instanceof Structure;
      shown =
          shown.with(
              name,
              inner ? S3Descriptions.inner((Structure) member.getValue()) : member.getValue());
    }
    return shown;
  }

  /** Subnets are described with their VPC, which no request names; there is one for all here. */
  static Structure withVpc(Structure described) {
    return described
        .structure(VPC)
        .map(vpc -> described.with(VPC, vpc.withDefault("VpcId", new Text(VPC_ID))))
        .orElse(described);
  }

  static Structure disabled() {
    return Structure.empty().with("Enabled", new Bool(false));
  }

  static Structure noProcessing() {
    return disabled().with("Processors", new Sequence(List.of()));
  }
}
