package io.hydrant.core.destination;

/** The kinds of destination, with the API's names of their structures. */
public enum DestinationType {
  S3("S3Destination"),
  EXTENDED_S3("ExtendedS3Destination"),
  REDSHIFT("RedshiftDestination"),
  ELASTICSEARCH("ElasticsearchDestination"),
  OPENSEARCH("AmazonopensearchserviceDestination"),
  OPENSEARCH_SERVERLESS("AmazonOpenSearchServerlessDestination"),
  SPLUNK("SplunkDestination"),
  HTTP_ENDPOINT("HttpEndpointDestination"),
  SNOWFLAKE("SnowflakeDestination"),
  ICEBERG("IcebergDestination");

  private final String stem;

  DestinationType(String stem) {
    this.stem = stem;
  }

  /** The member of CreateDeliveryStream. */
  public String configurationMember() {
    return stem + "Configuration";
  }

  /** The member of UpdateDestination. */
  public String updateMember() {
    return stem + "Update";
  }

  /** The member of DescribeDeliveryStream's destination. */
  public String descriptionMember() {
    return stem + "Description";
  }

  public boolean isS3() {
    return this == S3 || this == EXTENDED_S3;
  }

  /** The three forms of OpenSearch, which can be exchanged for each other only. */
  boolean isOpenSearch() {
    return this == ELASTICSEARCH || this == OPENSEARCH || this == OPENSEARCH_SERVERLESS;
  }

  /** The rules of this kind. */
  DestinationKind kind() {
    return DestinationKinds.of(this);
  }
}
