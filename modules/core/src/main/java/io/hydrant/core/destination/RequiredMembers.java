package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The members that each configuration must have. At creation the shapes see to it; an update has
 * none that is required, so an update that changes the type is checked here.
 */
final class RequiredMembers {
  private static final List<String> S3 = List.of("RoleARN", "BucketARN");

  private RequiredMembers() {}

  /** The first that is missing, an inner one as {@code S3Configuration.BucketARN}. */
  static Optional<String> firstMissing(DestinationType type, Structure configuration) {
    return of(type).stream()
        .filter(member -> !configuration.has(member))
        .findFirst()
        .or(() -> firstMissingInside(configuration));
  }

  /** Checks the inner structures alone, which an update can add to a destination. */
  static Optional<String> firstMissingInside(Structure configuration) {
    return Stream.of("S3Configuration", "S3BackupConfiguration")
        .flatMap(member -> missing(member, configuration))
        .findFirst();
  }

  private static Stream<String> missing(String s3Member, Structure configuration) {
    return configuration.structure(s3Member).stream()
        .flatMap(s3 -> S3.stream().filter(member -> !s3.has(member)))
        .map(member -> s3Member + "." + member);
  }

  private static List<String> of(DestinationType type) {
    return switch (type) {
      case S3, EXTENDED_S3 -> S3;
      case REDSHIFT -> List.of("RoleARN", "ClusterJDBCURL", "CopyCommand", "S3Configuration");
      case ELASTICSEARCH, OPENSEARCH, OPENSEARCH_SERVERLESS ->
          List.of("RoleARN", "IndexName", "S3Configuration");
      case SPLUNK -> List.of("HECEndpoint", "HECEndpointType", "S3Configuration");
      case HTTP_ENDPOINT -> List.of("EndpointConfiguration", "S3Configuration");
      case SNOWFLAKE ->
          List.of("AccountUrl", "Database", "Schema", "Table", "RoleARN", "S3Configuration");
      case ICEBERG -> List.of("RoleARN", "CatalogConfiguration", "S3Configuration");
    };
  }
}
