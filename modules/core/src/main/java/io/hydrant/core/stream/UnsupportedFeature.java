package io.hydrant.core.stream;

import static io.hydrant.core.destination.DestinationType.ELASTICSEARCH;
import static io.hydrant.core.destination.DestinationType.HTTP_ENDPOINT;
import static io.hydrant.core.destination.DestinationType.ICEBERG;
import static io.hydrant.core.destination.DestinationType.OPENSEARCH;
import static io.hydrant.core.destination.DestinationType.OPENSEARCH_SERVERLESS;
import static io.hydrant.core.destination.DestinationType.REDSHIFT;
import static io.hydrant.core.destination.DestinationType.SNOWFLAKE;
import static io.hydrant.core.destination.DestinationType.SPLUNK;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.destination.DestinationType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The members of a stream's configuration that Hydrant stores and describes, but does not act on.
 * This is the only list: the log, the inspector, {@code hydrant journal show} and the table in the
 * README all follow it. A feature that gets built loses its constant.
 */
public enum UnsupportedFeature {
  FORMAT_CONVERSION(
      "OrcSerDe",
      "files in ORC are not written; records wait until the destination is updated to Parquet",
      RequestedFeatures::convertsToOrc),
  DELIVERY_TO_REDSHIFT(REDSHIFT, "Redshift"),
  DELIVERY_TO_ELASTICSEARCH(ELASTICSEARCH, "Elasticsearch"),
  DELIVERY_TO_OPENSEARCH(OPENSEARCH, "OpenSearch"),
  DELIVERY_TO_OPENSEARCH_SERVERLESS(OPENSEARCH_SERVERLESS, "OpenSearch Serverless"),
  DELIVERY_TO_SPLUNK(SPLUNK, "Splunk"),
  DELIVERY_TO_HTTP_ENDPOINT(HTTP_ENDPOINT, "the HTTP endpoint"),
  DELIVERY_TO_SNOWFLAKE(SNOWFLAKE, "Snowflake"),
  DELIVERY_TO_ICEBERG(ICEBERG, "Iceberg tables"),
  KINESIS_SOURCE(
      "KinesisStreamSourceConfiguration",
      "the Kinesis stream is not read; no records arrive",
      asked -> asked.reads(DeliveryStreamType.KINESIS_STREAM_AS_SOURCE)),
  MSK_SOURCE(
      "MSKSourceConfiguration",
      "the topic is not read; no records arrive",
      asked -> asked.reads(DeliveryStreamType.MSK_AS_SOURCE)),
  DATABASE_SOURCE(
      "DatabaseSourceConfiguration",
      "the database is not read; no records arrive",
      asked -> asked.reads(DeliveryStreamType.DATABASE_AS_SOURCE));

  private final String member;
  private final String effect;

  @SuppressWarnings("ImmutableEnumChecker") // The predicates have no state.
  private final Predicate<RequestedFeatures> condition;

  UnsupportedFeature(String member, String effect, Predicate<RequestedFeatures> condition) {
    this.member = member;
    this.effect = effect;
    this.condition = condition;
  }

  UnsupportedFeature(DestinationType type, String name) {
    this(
        type.configurationMember(),
        "nothing is delivered to " + name + "; records stay in the buffer",
        asked -> asked.deliversTo(type));
  }

  /** The member of CreateDeliveryStream or of its destination that asks for the feature. */
  public String member() {
    return member;
  }

  /** The notice for a person: the member, and what Hydrant does instead. */
  public String text() {
    return member + ": " + effect;
  }

  /** The features that the stream's configuration asks for, in the order of this list. */
  public static List<UnsupportedFeature> of(DeliveryStream stream) {
    RequestedFeatures asked =
        new RequestedFeatures(
            stream.type(), stream.configuration().sources(), stream.destination());
    return Arrays.stream(values()).filter(feature -> feature.condition.test(asked)).toList();
  }
}
