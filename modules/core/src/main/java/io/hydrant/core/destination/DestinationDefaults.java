package io.hydrant.core.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Numeric;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The defaults of destinations other than S3. From the service model where it names a default. The
 * acknowledgment of Splunk, the retries of HTTP, Snowflake and Iceberg and the backup modes that
 * are called {@code FailedDataOnly} are what the service's clients document. Retries of Splunk: AWS
 * names no default; clients document 300 seconds and so do published configurations, one client
 * sends 3600 by itself.
 */
final class DestinationDefaults {
  private DestinationDefaults() {}

  static Structure fill(DestinationType type, Structure configuration) {
    Structure filled = configuration;
    for (Map.Entry<String, Document> member : of(type).entrySet()) {
      filled = filled.withDefault(member.getKey(), member.getValue());
    }
    return filled;
  }

  private static Map<String, Document> of(DestinationType type) {
    return switch (type) {
      case S3, EXTENDED_S3 -> Map.of();
      case REDSHIFT -> with("Disabled", 3600);
      case ELASTICSEARCH, OPENSEARCH ->
          with("FailedDocumentsOnly", 300, "IndexRotationPeriod", new Text("OneDay"));
      case OPENSEARCH_SERVERLESS -> with("FailedDocumentsOnly", 300);
      case SPLUNK ->
          with("FailedEventsOnly", 300, "HECAcknowledgmentTimeoutInSeconds", new Numeric(180));
      case HTTP_ENDPOINT -> with("FailedDataOnly", 300);
      case SNOWFLAKE -> with("FailedDataOnly", 60, "DataLoadingOption", new Text("JSON_MAPPING"));
      case ICEBERG -> with("FailedDataOnly", 300, "AppendOnly", new Bool(false));
    };
  }

  private static Map<String, Document> with(
      String backupMode, int retrySeconds, String member, Document value) {
    Map<String, Document> defaults = with(backupMode, retrySeconds);
    defaults.put(member, value);
    return defaults;
  }

  private static Map<String, Document> with(String backupMode, int retrySeconds) {
    Map<String, Document> defaults = new LinkedHashMap<>();
    defaults.put(
        "RetryOptions", Structure.empty().with("DurationInSeconds", new Numeric(retrySeconds)));
    defaults.put("S3BackupMode", new Text(backupMode));
    return defaults;
  }
}
