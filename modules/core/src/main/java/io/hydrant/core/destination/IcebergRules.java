package io.hydrant.core.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Into which Iceberg table a record goes. Recorded from AWS, September 2026. */
final class IcebergRules {
  private static final Set<Document> ROUTERS =
      Set.of(new Text("Lambda"), new Text("MetadataExtraction"));

  private IcebergRules() {}

  /** "Currently, S3 backup only supports FailedDataOnly." */
  static Optional<ServiceError> check(Structure configuration) {
    return configuration
        .text("S3BackupMode")
        .filter(mode -> mode.equals("AllData"))
        .map(mode -> KindErrors.icebergBackup());
  }

  /** Requires exactly one table unless a processor chooses the table of each record. */
  static Optional<ServiceError> table(Structure configuration) {
    boolean routed =
        configuration
            .structure("ProcessingConfiguration")
            .filter(processing -> processing.isTrue("Enabled"))
            .filter(IcebergRules::routes)
            .isPresent();
    return routed || elements(configuration, "DestinationTableConfigurationList").size() == 1
        ? Optional.empty()
        : Optional.of(KindErrors.icebergTable());
  }

  private static boolean routes(Structure processing) {
    return elements(processing, "Processors").stream()
        .filter(Structure.class::isInstance)
        .flatMap(processor -> ((Structure) processor).get("Type").stream())
        .anyMatch(ROUTERS::contains);
  }

  private static List<Document> elements(Structure structure, String member) {
    return structure
        .get(member)
        .filter(Sequence.class::isInstance)
        .map(sequence -> ((Sequence) sequence).elements())
        .orElse(List.of());
  }
}
