package io.hydrant.core.destination;

/** The table of all kinds of destination. A type without its rules does not compile. */
final class DestinationKinds {
  private static final DestinationKind S3 = new S3Kind();
  private static final DestinationKind EXTENDED_S3 = new ExtendedS3Kind();
  private static final DestinationKind REDSHIFT = new RedshiftKind();
  private static final DestinationKind ELASTICSEARCH = new ElasticsearchKind();
  private static final DestinationKind OPENSEARCH = new OpenSearchKind();
  private static final DestinationKind OPENSEARCH_SERVERLESS = new ServerlessKind();
  private static final DestinationKind SPLUNK = new SplunkKind();
  private static final DestinationKind HTTP_ENDPOINT = new HttpEndpointKind();
  private static final DestinationKind SNOWFLAKE = new SnowflakeKind();
  private static final DestinationKind ICEBERG = new IcebergKind();

  private DestinationKinds() {}

  static DestinationKind of(DestinationType type) {
    return switch (type) {
      case S3 -> S3;
      case EXTENDED_S3 -> EXTENDED_S3;
      case REDSHIFT -> REDSHIFT;
      case ELASTICSEARCH -> ELASTICSEARCH;
      case OPENSEARCH -> OPENSEARCH;
      case OPENSEARCH_SERVERLESS -> OPENSEARCH_SERVERLESS;
      case SPLUNK -> SPLUNK;
      case HTTP_ENDPOINT -> HTTP_ENDPOINT;
      case SNOWFLAKE -> SNOWFLAKE;
      case ICEBERG -> ICEBERG;
    };
  }
}
