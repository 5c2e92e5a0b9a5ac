package io.hydrant.acceptance;

import software.amazon.awssdk.services.firehose.model.CreateDeliveryStreamRequest;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamType;

/** Streams that read from somewhere instead of being put to. */
final class OtherSources {
  private static final String ROLE = "arn:aws:iam::000000000000:role/x";

  private OtherSources() {}

  static void of(DeliveryStreamType type, CreateDeliveryStreamRequest.Builder request) {
    request
        .deliveryStreamType(type)
        .extendedS3DestinationConfiguration(
            c -> c.bucketARN("arn:aws:s3:::" + OneNode.BUCKET).roleARN(ROLE));
    if (type == DeliveryStreamType.MSK_AS_SOURCE) {
      request.mskSourceConfiguration(
          m ->
              m.mskClusterARN(
                      "arn:aws:kafka:us-east-1:000000000000:cluster/c/00000000-0000-0000-0000-000000000000-1")
                  .topicName("orders")
                  .authenticationConfiguration(a -> a.roleARN(ROLE).connectivity("PUBLIC")));
    } else {
      request.kinesisStreamSourceConfiguration(
          k -> k.kinesisStreamARN("arn:aws:kinesis:us-east-1:000000000000:stream/s").roleARN(ROLE));
    }
  }
}
