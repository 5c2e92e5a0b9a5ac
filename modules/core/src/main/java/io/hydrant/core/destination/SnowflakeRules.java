package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;

/** The rules for the mapping of records to rows of a Snowflake table, and for the role. */
final class SnowflakeRules {
  private SnowflakeRules() {}

  static Optional<ServiceError> check(Structure configuration) {
    return columns(configuration).or(() -> role(configuration));
  }

  /**
   * The columns that the way of loading needs and no other. Recorded from AWS, September 2026, but
   * for VARIANT_CONTENT_MAPPING without its column, which is assumed. A column for metadata that is
   * not used is not known to be refused.
   */
  private static Optional<ServiceError> columns(Structure configuration) {
    boolean content = configuration.has("ContentColumnName");
    boolean metadata = configuration.has("MetaDataColumnName");
    return switch (configuration.text("DataLoadingOption").orElse("JSON_MAPPING")) {
      case "VARIANT_CONTENT_AND_METADATA_MAPPING" ->
          content && metadata
              ? Optional.empty()
              : Optional.of(KindErrors.contentAndMetadataColumns());
      case "VARIANT_CONTENT_MAPPING" ->
          content ? Optional.empty() : Optional.of(KindErrors.contentColumn());
      default -> content ? Optional.of(KindErrors.contentColumnUnused()) : Optional.empty();
    };
  }

  /** Recorded from AWS, September 2026. */
  private static Optional<ServiceError> role(Structure configuration) {
    return configuration
        .structure("SnowflakeRoleConfiguration")
        .filter(role -> role.isTrue("Enabled") && !role.has("SnowflakeRole"))
        .map(role -> KindErrors.snowflakeRole());
  }

  /**
   * The configuration after an update. A change of the way of loading that does without the content
   * column takes the column away, because an update cannot say so: assumed.
   */
  static Structure updated(Structure merged, Structure update) {
    boolean toJson = update.text("DataLoadingOption").filter("JSON_MAPPING"::equals).isPresent();
    return toJson && !update.has("ContentColumnName")
        ? merged.without("ContentColumnName")
        : merged;
  }
}
