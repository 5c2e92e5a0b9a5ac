package io.hydrant.acceptance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamStatus;
import software.amazon.awssdk.services.firehose.model.KeyType;
import software.amazon.awssdk.services.firehose.model.PutRecordResponse;

/** Streams of a cluster, by the client of any of its nodes. */
final class NodeStreams {
  static final String BUCKET = "bucket";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private NodeStreams() {}

  static List<String> newNames(int count) {
    return IntStream.range(0, count).mapToObj(i -> "stream-" + UUID.randomUUID()).toList();
  }

  static void createStream(SdkClients client, String name) {
    createStream(client, name, 1);
  }

  static void createStream(SdkClients client, String name, int intervalSeconds) {
    client
        .firehose()
        .createDeliveryStream(
            r ->
                r.deliveryStreamName(name)
                    .extendedS3DestinationConfiguration(
                        c ->
                            c.bucketARN("arn:aws:s3:::" + BUCKET)
                                .roleARN("arn:aws:iam::000000000000:role/firehose")
                                .prefix(name + "/")
                                .bufferingHints(
                                    b -> b.intervalInSeconds(intervalSeconds).sizeInMBs(1))));
  }

  static List<String> activeStreams(SdkClients client, int count) {
    List<String> names = newNames(count);
    names.forEach(name -> createStream(client, name));
    names.forEach(name -> awaitActive(client, name));
    return names;
  }

  static void awaitActive(SdkClients client, String name) {
    await().atMost(PATIENCE).until(() -> status(client, name) == DeliveryStreamStatus.ACTIVE);
  }

  static DeliveryStreamStatus status(SdkClients client, String name) {
    return client
        .firehose()
        .describeDeliveryStream(r -> r.deliveryStreamName(name))
        .deliveryStreamDescription()
        .deliveryStreamStatus();
  }

  static void encrypt(SdkClients client, String name, String key) {
    client
        .firehose()
        .startDeliveryStreamEncryption(
            r ->
                r.deliveryStreamName(name)
                    .deliveryStreamEncryptionConfigurationInput(
                        c -> c.keyType(KeyType.CUSTOMER_MANAGED_CMK).keyARN(key)));
  }

  static DeliveryStreamEncryptionStatus encryption(SdkClients client, String name) {
    return client
        .firehose()
        .describeDeliveryStream(r -> r.deliveryStreamName(name))
        .deliveryStreamDescription()
        .deliveryStreamEncryptionConfiguration()
        .status();
  }

  static PutRecordResponse put(SdkClients client, String stream, String record) {
    return client
        .firehose()
        .putRecord(
            r ->
                r.deliveryStreamName(stream)
                    .record(b -> b.data(SdkBytes.fromUtf8String(record + "\n"))));
  }

  static void putUntilTaken(SdkClients client, String stream, String record) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(SdkException.class)
        .until(() -> put(client, stream, record).recordId() != null);
  }
}
