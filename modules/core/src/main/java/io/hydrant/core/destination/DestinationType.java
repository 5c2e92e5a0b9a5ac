package io.hydrant.core.destination;

import java.util.Optional;

/** The kinds of destination, with the API's names of their structures. */
public enum DestinationType {
  S3("S3Destination", 5, 300),
  EXTENDED_S3("ExtendedS3Destination", 5, 300),
  REDSHIFT("RedshiftDestination", 0, 0),
  ELASTICSEARCH("ElasticsearchDestination", 5, 300),
  OPENSEARCH("AmazonopensearchserviceDestination", 5, 300),
  OPENSEARCH_SERVERLESS("AmazonOpenSearchServerlessDestination", 5, 300),
  SPLUNK("SplunkDestination", 5, 60),
  /** 300 seconds: service model; the page create-configure-backup says 60. */
  HTTP_ENDPOINT("HttpEndpointDestination", 5, 300),
  /** 1 MB: AWS documentation, page create-configure-backup; the service model still says 128. */
  SNOWFLAKE("SnowflakeDestination", 1, 0),
  ICEBERG("IcebergDestination", 5, 300);

  private final String stem;
  private final int sizeInMBs;
  private final int intervalInSeconds;

  DestinationType(String stem, int sizeInMBs, int intervalInSeconds) {
    this.stem = stem;
    this.sizeInMBs = sizeInMBs;
    this.intervalInSeconds = intervalInSeconds;
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

  /** The service's own buffering; empty where the structure has no hints. */
  Optional<BufferingHints> buffering() {
    return this == REDSHIFT
        ? Optional.empty()
        : Optional.of(new BufferingHints(sizeInMBs, intervalInSeconds));
  }
}
