package io.hydrant.core.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * UpdateDestination: parameters of the same type of destination are merged, "if any of the
 * parameters are not specified in the call, the existing values are retained"; another type
 * replaces the destination, and "all parameters must be specified".
 */
public final class DestinationUpdates {
  /** Members that the update shapes call otherwise. */
  private static final Map<String, String> RENAMED =
      Map.of("S3Update", "S3Configuration", "S3BackupUpdate", "S3BackupConfiguration");

  /** Structures that are merged member by member; any other value is replaced as a whole. */
  private static final Set<String> MERGED_INSIDE =
      Set.of(
          "S3Configuration",
          "S3BackupConfiguration",
          "DataFormatConversionConfiguration",
          "SchemaConfiguration",
          "DynamicPartitioningConfiguration");

  /** Backup modes that cannot be left again, for the types that say so. */
  private static final Set<Text> FULL_BACKUP =
      Set.of(new Text("Enabled"), new Text("AllEvents"), new Text("AllData"));

  private DestinationUpdates() {}

  /**
   * The destination after the update; InvalidArgumentException unless exactly one update is given
   * and the service allows that change.
   */
  public static Reply<Destination> merge(Destination destination, Structure updates) {
    List<DestinationType> given =
        Arrays.stream(DestinationType.values())
            .filter(type -> updates.structure(type.updateMember()).isPresent())
            .toList();
    if (given.isEmpty()) {
      return Reply.failure(S3Errors.nothingToUpdate());
    }
    if (given.size() > 1) {
      return Reply.failure(DestinationErrors.notExactlyOne());
    }
    DestinationType type = given.get(0);
    Structure update =
        Secrets.storable(type, updates.structure(type.updateMember()).orElse(Structure.empty()));
    return type == destination.type() || (type.isS3() && destination.type().isS3())
        ? merged(destination, type, update)
        : replaced(destination, type, update);
  }

  private static Reply<Destination> merged(
      Destination destination, DestinationType type, Structure update) {
    Optional<ServiceError> refused = lessBackup(destination, update);
    if (refused.isPresent()) {
      return Reply.failure(refused.get());
    }
    DestinationType kept = type == DestinationType.EXTENDED_S3 ? type : destination.type();
    Structure merged = merge(destination.configuration(), update);
    Structure configuration =
        Secrets.kept(kept, destination.configuration(), kept.kind().updated(merged, update));
    return unless(
        RequiredMembers.firstMissingInside(configuration),
        "All parameters must be specified when the update adds a configuration: ",
        new Destination(kept, configuration));
  }

  private static Reply<Destination> replaced(
      Destination destination, DestinationType to, Structure update) {
    DestinationType from = destination.type();
    if (from.isOpenSearch() != to.isOpenSearch()) {
      return Reply.failure(
          DestinationErrors.invalid(
              "Switching between OpenSearch and other destinations is not supported: the"
                  + " destination of this stream is described by "
                  + from.descriptionMember()
                  + "."));
    }
    Structure configuration =
        OpenSearchRules.kept(destination, to, merge(Structure.empty(), update));
    return unless(
        RequiredMembers.firstMissing(to, configuration),
        "All parameters must be specified when the type of the destination changes: ",
        new Destination(to, configuration));
  }

  private static Reply<Destination> unless(
      Optional<String> missing, String rule, Destination destination) {
    return missing
        .map(member -> DestinationErrors.invalid(rule + member + " is missing."))
        .<Reply<Destination>>map(Reply::failure)
        .orElseGet(() -> Reply.success(destination));
  }

  /** "If backup is enabled, you can't update the Firehose stream to disable it." */
  private static Optional<ServiceError> lessBackup(Destination destination, Structure update) {
    boolean oneWay = destination.type().kind().keepsFullBackup();
    return destination
        .configuration()
        .get("S3BackupMode")
        .filter(mode -> oneWay && mode instanceof Text text && FULL_BACKUP.contains(text))
        .filter(mode -> update.get("S3BackupMode").filter(other -> !other.equals(mode)).isPresent())
        .map(mode -> S3Errors.backupDisabled());
  }

  private static Structure merge(Structure old, Structure update) {
    Structure merged = old;
    for (Map.Entry<String, Document> member : update.members().entrySet()) {
      String name = RENAMED.getOrDefault(member.getKey(), member.getKey());
      merged = merged.with(name, value(name, merged.structure(name), member.getValue()));
    }
    return merged;
  }

  private static Document value(String name, Optional<Structure> old, Document given) {
    if (!(given instanceof Structure structure)) {
      return given;
    }
    if (MERGED_INSIDE.contains(name)) {
      return merge(old.orElse(Structure.empty()), structure);
    }
    return name.equals("ProcessingConfiguration")
        ? old.flatMap(processing -> processing.get("Enabled"))
            .map(enabled -> structure.withDefault("Enabled", enabled))
            .orElse(structure)
        : structure;
  }
}
