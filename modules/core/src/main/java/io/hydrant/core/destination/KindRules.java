package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;

/** The rules that each kind of destination has of its own, beyond those of its S3 buckets. */
final class KindRules {
  private KindRules() {}

  /** InvalidArgumentException for the first rule that is broken. */
  static Optional<ServiceError> check(Destination destination) {
    Structure configuration = destination.configuration();
    return SecretsManagerRules.check(configuration)
        .or(
            () ->
                switch (destination.type()) {
                  case S3, EXTENDED_S3 -> Optional.empty();
                  case REDSHIFT -> RedshiftRules.check(configuration);
                  case ELASTICSEARCH -> OpenSearchRules.check(configuration);
                  case OPENSEARCH -> OpenSearchRules.checkWithoutTypes(configuration);
                  case OPENSEARCH_SERVERLESS -> ServerlessRules.check(configuration);
                  case SPLUNK -> SplunkRules.check(configuration);
                  case HTTP_ENDPOINT -> HttpEndpointRules.check(configuration);
                  case SNOWFLAKE -> SnowflakeRules.check(configuration);
                  case ICEBERG -> IcebergRules.check(configuration);
                });
  }

  /** The merged configuration without what the update has replaced under another name. */
  static Structure updated(DestinationType type, Structure merged, Structure update) {
    return switch (type) {
      case ELASTICSEARCH, OPENSEARCH -> OpenSearchRules.updated(merged, update);
      case SNOWFLAKE -> SnowflakeRules.updated(merged, update);
      case S3, EXTENDED_S3, REDSHIFT, OPENSEARCH_SERVERLESS, SPLUNK, HTTP_ENDPOINT, ICEBERG ->
          merged;
    };
  }
}
