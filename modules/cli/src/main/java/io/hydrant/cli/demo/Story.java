package io.hydrant.cli.demo;

import static io.hydrant.cli.demo.Checks.await;
import static io.hydrant.cli.demo.Checks.expect;

import io.hydrant.cli.process.NodeProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamStatus;
import software.amazon.awssdk.services.firehose.model.KeyType;
import software.amazon.awssdk.services.firehose.model.PutRecordResponse;

/** The demo's story: encryption of a stream from start to stop. */
final class Story {
  private static final String BUCKET = "orders";
  private static final String SEALED = "orders-encrypted";
  private static final String PLAIN = "orders-plain";

  private final Narrator narrator;
  private final NodeProcess node;
  private Clients aws;
  private StreamCalls streams;

  Story(Narrator narrator, NodeProcess node) {
    this.narrator = narrator;
    this.node = node;
  }

  void tell() {
    narrator.title("A node, a key, a bucket, two streams");
    startNode();
    String key =
        narrator.step(
            "kms CreateKey",
            () -> aws.kms().createKey(r -> r.description("orders")).keyMetadata().arn(),
            arn -> arn);
    narrator.step(
        "s3 CreateBucket " + BUCKET,
        () -> aws.s3().createBucket(r -> r.bucket(BUCKET)),
        done -> "created");
    createStream(SEALED, 3);
    createStream(PLAIN, 3);

    narrator.title("Encryption with the customer managed key");
    narrator.step(
        "firehose StartDeliveryStreamEncryption " + SEALED,
        () ->
            aws.firehose()
                .startDeliveryStreamEncryption(
                    r ->
                        r.deliveryStreamName(SEALED)
                            .deliveryStreamEncryptionConfigurationInput(
                                c -> c.keyType(KeyType.CUSTOMER_MANAGED_CMK).keyARN(key))),
        done ->
            "answered immediately; the status is "
                + streams
                    .describe(SEALED)
                    .deliveryStreamEncryptionConfiguration()
                    .statusAsString());
    streams.awaitEncryption(narrator, SEALED, DeliveryStreamEncryptionStatus.ENABLED);
    narrator.step(
        "kms ListGrants",
        () -> aws.kms().listGrants(r -> r.keyId(key)).grants(),
        grants ->
            expect(grants.size() == 1, "one grant expected")
                + "1 grant for "
                + grants.get(0).granteePrincipal()
                + ", bound to "
                + grants.get(0).constraints().encryptionContextSubset());

    narrator.title("Records, encrypted while they are buffered");
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      records.add("order " + i + " " + UUID.randomUUID() + " secret\n");
    }
    PutRecordResponse put =
        narrator.step(
            "firehose PutRecord " + SEALED,
            () -> streams.put(SEALED, records.get(0)),
            r -> "Encrypted: " + r.encrypted() + ", RecordId " + r.recordId());
    expect(Boolean.TRUE.equals(put.encrypted()), "PutRecord must say Encrypted: true");
    narrator.step(
        "firehose PutRecordBatch " + SEALED + " (4 records)",
        () -> streams.putBatch(SEALED, records.subList(1, records.size())),
        r ->
            expect(Boolean.TRUE.equals(r.encrypted()) && r.failedPutCount() == 0, "batch failed")
                + "Encrypted: "
                + r.encrypted()
                + ", FailedPutCount "
                + r.failedPutCount());
    String clear = "order in clear " + UUID.randomUUID() + "\n";
    narrator.step(
        "firehose PutRecord " + PLAIN,
        () -> streams.put(PLAIN, clear),
        r -> expect(!r.encrypted(), "not encrypted expected") + "Encrypted: " + r.encrypted());
    narrator.step(
        "search the journal's files for the encrypted stream's records",
        () -> sum(records),
        files ->
            expect(files == 0, "a record stands in clear in " + files + " files")
                + "in clear in 0 files");
    narrator.step(
        "search the journal's files for the other stream's record",
        () -> JournalScan.filesWith(node.data(), clear),
        files -> expect(files > 0, "it should be there") + "in clear in " + files + " file");

    narrator.title("Delivered");
    narrator.step(
        "wait for the object in s3://" + BUCKET + " (3 s buffering)",
        () -> await(() -> streams.objects(SEALED), objects -> !objects.isEmpty(), "no object came"),
        objects -> objects.get(0).key());
    narrator.step(
        "s3 GetObject, compare byte for byte",
        // Two objects, should the interval have ended between the two puts.
        () ->
            await(
                () -> streams.content(SEALED),
                read -> read.length() >= String.join("", records).length(),
                "records are missing"),
        read ->
            expect(read.equals(String.join("", records)), "the object differs from what was put")
                + read.length()
                + " bytes, the same as were put");

    narrator.title("The key is disabled");
    narrator.step(
        "kms DisableKey", () -> aws.kms().disableKey(r -> r.keyId(key)), done -> "disabled");
    narrator.step(
        "firehose PutRecord " + SEALED + " until it is refused",
        () ->
            await(
                () -> streams.refusal(SEALED),
                refused -> !refused.isEmpty(),
                "puts are still accepted"),
        refused -> refused);
    narrator.step(
        "kms EnableKey", () -> aws.kms().enableKey(r -> r.keyId(key)), done -> "enabled again");

    new KeyChangeStory(narrator, aws, streams, node.endpoint(), SEALED).tell(key, records);

    narrator.title("Encryption stops, the node is killed");
    narrator.step(
        "firehose StopDeliveryStreamEncryption " + SEALED,
        () -> aws.firehose().stopDeliveryStreamEncryption(r -> r.deliveryStreamName(SEALED)),
        done -> "answered immediately");
    streams.awaitEncryption(narrator, SEALED, DeliveryStreamEncryptionStatus.DISABLED);
    String last = "order before the kill " + UUID.randomUUID() + "\n";
    narrator.step(
        "firehose PutRecord " + SEALED,
        () -> streams.put(SEALED, last),
        r -> "Encrypted: " + r.encrypted());
    narrator.step(
        "kill -9 " + node.pid(),
        () -> {
          node.kill();
          return true;
        },
        done -> "the process was killed");
    startNode();
    narrator.step(
        "firehose DescribeDeliveryStream " + SEALED,
        () -> streams.describe(SEALED),
        d ->
            d.deliveryStreamStatusAsString()
                + ", encryption "
                + d.deliveryStreamEncryptionConfiguration().statusAsString());
    narrator.step(
        "kms DescribeKey",
        () -> aws.kms().describeKey(r -> r.keyId(key)).keyMetadata().keyStateAsString(),
        s -> s);
    narrator.step(
        "wait for the record that was put before the kill",
        () -> await(() -> streams.content(SEALED), read -> read.contains(last), "it never came"),
        read ->
            expect(read.equals(String.join("", records) + last), "lost or doubled records")
                + "all "
                + (records.size() + 1)
                + " records were delivered, each once");
  }

  private void startNode() {
    narrator.step(
        "hydrant serve --port 0",
        () -> {
          aws = Clients.of(node.start());
          streams = new StreamCalls(aws, BUCKET);
          return node.endpoint();
        },
        endpoint -> "ready on " + endpoint + ", data in " + node.data());
  }

  private void createStream(String name, int interval) {
    narrator.step(
        "firehose CreateDeliveryStream " + name,
        () -> {
          streams.create(name, interval);
          return await(
              () -> streams.describe(name),
              d -> d.deliveryStreamStatus() == DeliveryStreamStatus.ACTIVE,
              "it did not get ACTIVE");
        },
        d -> d.deliveryStreamARN() + " is " + d.deliveryStreamStatusAsString());
  }

  private long sum(List<String> records) throws java.io.IOException {
    long files = 0;
    for (String record : records) {
      files += JournalScan.filesWith(node.data(), record);
    }
    return files;
  }
}
