package io.hydrant.cli.demo;

import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionConfiguration;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;
import software.amazon.awssdk.services.firehose.model.InvalidKmsResourceException;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.PutRecordResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The demo's calls to streams through the AWS SDK. */
record StreamCalls(Clients aws, String bucket) {
  /** Creates a stream to the bucket, with its own prefix. */
  void create(String name, int intervalSeconds) {
    aws.firehose()
        .createDeliveryStream(
            r ->
                r.deliveryStreamName(name)
                    .extendedS3DestinationConfiguration(
                        s3 ->
                            s3.bucketARN("arn:aws:s3:::" + bucket)
                                .roleARN("arn:aws:iam::000000000000:role/firehose")
                                .prefix(name + "/")
                                .bufferingHints(
                                    b -> b.intervalInSeconds(intervalSeconds).sizeInMBs(1))));
  }

  DeliveryStreamDescription describe(String name) {
    return aws.firehose()
        .describeDeliveryStream(r -> r.deliveryStreamName(name))
        .deliveryStreamDescription();
  }

  PutRecordResponse put(String stream, String text) {
    return aws.firehose()
        .putRecord(
            r -> r.deliveryStreamName(stream).record(b -> b.data(SdkBytes.fromUtf8String(text))));
  }

  PutRecordBatchResponse putBatch(String stream, List<String> texts) {
    return aws.firehose()
        .putRecordBatch(
            r ->
                r.deliveryStreamName(stream)
                    .records(
                        texts.stream()
                            .map(
                                text ->
                                    software.amazon.awssdk.services.firehose.model.Record.builder()
                                        .data(SdkBytes.fromUtf8String(text))
                                        .build())
                            .toList()));
  }

  /** Why a put is refused, or nothing. An empty record: if it is accepted, no content changes. */
  String refusal(String stream) {
    try {
      put(stream, "");
      return "";
    } catch (InvalidKmsResourceException e) {
      return "InvalidKMSResourceException ("
          + e.code()
          + "): "
          + e.awsErrorDetails().errorMessage();
    }
  }

  List<S3Object> objects(String stream) {
    return aws.s3().listObjectsV2(r -> r.bucket(bucket).prefix(stream + "/")).contents();
  }

  /** Returns the content of all objects; nothing while one of them is incomplete. */
  String content(String stream) {
    StringBuilder all = new StringBuilder();
    try {
      for (S3Object object : objects(stream)) {
        all.append(
            aws.s3().getObjectAsBytes(r -> r.bucket(bucket).key(object.key())).asUtf8String());
      }
    } catch (NoSuchKeyException e) {
      return "";
    }
    return all.toString();
  }

  DeliveryStreamEncryptionConfiguration awaitEncryption(
      Narrator narrator, String stream, DeliveryStreamEncryptionStatus status) {
    return narrator.step(
        "firehose DescribeDeliveryStream until " + status,
        () ->
            Checks.await(
                () -> describe(stream).deliveryStreamEncryptionConfiguration(),
                c -> c.status() == status,
                "the status did not get " + status),
        c -> c.statusAsString() + (c.keyARN() == null ? "" : " with " + c.keyARN()));
  }
}
