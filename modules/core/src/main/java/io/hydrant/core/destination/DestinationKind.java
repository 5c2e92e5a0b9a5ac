package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.Optional;

/**
 * The rules of one kind of destination: everything that differs between the kinds. {@link
 * DestinationKinds} is the table of all kinds.
 */
interface DestinationKind {
  /** Returns the first rule for the kind's own members that the configuration breaks. */
  Optional<ServiceError> check(Structure configuration);

  /** Returns an error where the configuration lacks the credentials for its deliveries. */
  default Optional<ServiceError> missingCredentials(Structure configuration) {
    return Optional.empty();
  }

  /** Returns the members that each configuration must have. */
  List<String> required();

  /**
   * Returns the paths of the members that are secret, such as {@code
   * EndpointConfiguration.AccessKey}. They are stored encrypted and never described.
   */
  default List<String> secrets() {
    return List.of();
  }

  /** Returns the buffering of deliveries: the given one, or the kind's default. */
  BufferingHints buffering(Structure configuration);

  /** Returns whether records are partitioned by keys from their data. */
  default boolean partitions(Structure configuration) {
    return false;
  }

  /** Returns the S3 configuration for the backup of records. */
  String backupMember();

  /** Returns whether an update may not end the backup of all records. */
  default boolean keepsFullBackup() {
    return false;
  }

  /** Returns the configuration with the defaults that AWS stores. */
  default Structure stored(Structure configuration) {
    return configuration;
  }

  /** Returns the merged configuration without what the update replaces under another name. */
  default Structure updated(Structure merged, Structure update) {
    return merged;
  }

  /**
   * Returns the description of the destination, one member for each structure that describes it.
   *
   * @param configuration without its secrets
   */
  Structure describe(DestinationType type, Structure configuration);
}
