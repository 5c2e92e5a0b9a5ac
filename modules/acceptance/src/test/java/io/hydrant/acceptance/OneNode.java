package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hydrant.server.Node;
import io.hydrant.server.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionConfiguration;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamStatus;
import software.amazon.awssdk.services.firehose.model.KeyType;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.PutRecordResponse;
import software.amazon.awssdk.services.firehose.model.Record;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GrantListEntry;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests of one node in this process, through real SDK clients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneNode {
  static final Duration PATIENCE = Duration.ofSeconds(20);
  static final String BUCKET = "bucket";

  private Node node;
  FirehoseClient firehose;
  KmsClient kms;
  S3Client s3;
  private Path data;
  private boolean stopped;

  @BeforeAll
  void startNode(@TempDir Path folder) throws Exception {
    Awaitility.setDefaultPollDelay(Duration.ofMillis(5));
    Awaitility.setDefaultPollInterval(Duration.ofMillis(15));
    data = folder;
    launch();
    s3.createBucket(r -> r.bucket(BUCKET));
  }

  void launch() throws Exception {
    Map<String, Object> all = new HashMap<>();
    all.put("hydrant.port", 0);
    all.put("hydrant.data", data.toString());
    all.put("hydrant.streams.creating-duration", "0ms");
    all.put("hydrant.encryption.enabling-duration", "20ms");
    all.put("hydrant.encryption.disabling-duration", "20ms");
    all.put("hydrant.kms.data-key-cache", "100ms");
    // No test cuts the power.
    all.put("pekko.persistence.journal.leveldb.fsync", "off");
    // Messages to entities cross as bytes here too, as it does between the nodes of a cluster.
    all.put("pekko.actor.serialize-messages", "on");
    all.putAll(settings());
    node = Node.start(Settings.load(Optional.empty(), all));
    stopped = false;
    SdkClients clients = SdkClients.of(endpoint(), "test");
    firehose = clients.firehose();
    kms = clients.kms();
    s3 = clients.s3();
  }

  Path dataFolder() {
    return data;
  }

  /** What this class's node has otherwise than the others. */
  Map<String, Object> settings() {
    return Map.of();
  }

  /** The node stops in good order; its data folder is at rest until it is launched again. */
  Path stop() {
    node.close();
    stopped = true;
    return data;
  }

  /** The node stops in good order and starts again on the same folder. */
  void restart() throws Exception {
    node.close();
    launch();
  }

  @AfterEach
  void clearFaults() throws Exception {
    if (stopped) {
      return;
    }
    http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/faults")).DELETE());
  }

  @AfterAll
  void stopNode() {
    if (!stopped) {
      node.close();
    }
  }

  /** Moves the node's clock. */
  void advance(Duration by) {
    assertThat(admin("/_hydrant/clock", "{\"advance\":\"" + by + "\"}").statusCode())
        .isEqualTo(200);
  }

  /** Trouble on demand, as JSON with single quotes. */
  void fault(String json) {
    HttpResponse<String> answer = admin("/_hydrant/faults", json.replace('\'', '"'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  HttpResponse<String> admin(String path, String body) {
    try {
      return http(
          HttpRequest.newBuilder(endpoint().resolve(path))
              .POST(HttpRequest.BodyPublishers.ofString(body)));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  URI endpoint() {
    return URI.create(node.endpoint());
  }

  /** A name that no other test uses. */
  static String newName() {
    return "stream-" + UUID.randomUUID();
  }

  String activeStream() {
    String name = newName();
    create(name, 1);
    return name;
  }

  void create(String name, int intervalSeconds) {
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(name)
                .extendedS3DestinationConfiguration(
                    c ->
                        c.bucketARN("arn:aws:s3:::" + BUCKET)
                            .roleARN("arn:aws:iam::000000000000:role/firehose")
                            .prefix(name + "/")
                            .bufferingHints(
                                b -> b.intervalInSeconds(intervalSeconds).sizeInMBs(1))));
    awaitActive(name);
  }

  void awaitActive(String name) {
    await()
        .atMost(PATIENCE)
        .until(() -> describe(name).deliveryStreamStatus() == DeliveryStreamStatus.ACTIVE);
  }

  DeliveryStreamDescription describe(String name) {
    return firehose
        .describeDeliveryStream(r -> r.deliveryStreamName(name))
        .deliveryStreamDescription();
  }

  DeliveryStreamEncryptionConfiguration encryption(String name) {
    return describe(name).deliveryStreamEncryptionConfiguration();
  }

  void start(String name, String keyArn) {
    firehose.startDeliveryStreamEncryption(
        r ->
            r.deliveryStreamName(name)
                .deliveryStreamEncryptionConfigurationInput(
                    c -> c.keyType(KeyType.CUSTOMER_MANAGED_CMK).keyARN(keyArn)));
  }

  void awaitEncryption(String name, DeliveryStreamEncryptionStatus status) {
    await().atMost(PATIENCE).until(() -> encryption(name).status() == status);
  }

  void encrypt(String name, String keyArn) {
    start(name, keyArn);
    awaitEncryption(name, DeliveryStreamEncryptionStatus.ENABLED);
  }

  String newKey() {
    return kms.createKey().keyMetadata().arn();
  }

  PutRecordResponse put(String name, String text) {
    return firehose.putRecord(
        r -> r.deliveryStreamName(name).record(b -> b.data(SdkBytes.fromUtf8String(text))));
  }

  PutRecordBatchResponse putBatch(String name, String... texts) {
    return firehose.putRecordBatch(
        r ->
            r.deliveryStreamName(name)
                .records(
                    Arrays.stream(texts)
                        .map(text -> Record.builder().data(SdkBytes.fromUtf8String(text)).build())
                        .toList()));
  }

  /** All that was delivered for a stream. */
  String delivered(String name) {
    return new String(deliveredBytes(name), StandardCharsets.UTF_8);
  }

  byte[] deliveredBytes(String name) {
    return DeliveredObjects.of(s3, BUCKET, name + "/");
  }

  void awaitDelivered(String name, String text) {
    await().atMost(PATIENCE).until(() -> delivered(name).equals(text));
  }

  /** The files that the node keeps its journal in, as text of single-byte characters. */
  String journalFiles() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String folder : List.of("journal", "snapshots")) {
      try (var files = Files.walk(node.folder().path().resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    // A journal that is not there holds no secret either.
    assertThat(all).contains("stream.created/");
    return all.toString();
  }

  void stop(String name) {
    firehose.stopDeliveryStreamEncryption(r -> r.deliveryStreamName(name));
  }

  /** With the key that the service owns. */
  void startOwned(String name) {
    firehose.startDeliveryStreamEncryption(r -> r.deliveryStreamName(name));
  }

  List<GrantListEntry> grants(String keyArn) {
    return kms.listGrants(r -> r.keyId(keyArn)).grants();
  }

  HttpResponse<String> http(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HttpCalls.inspected(request.build());
  }
}
