package io.hydrant.acceptance;

import static org.awaitility.Awaitility.await;

import io.hydrant.server.Node;
import io.hydrant.server.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
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
import software.amazon.awssdk.services.firehose.model.PutRecordResponse;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Tests of one node in this process, through real SDK clients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneNode {
  static final Duration PATIENCE = Duration.ofSeconds(20);
  static final String BUCKET = "bucket";

  private Node node;
  FirehoseClient firehose;
  KmsClient kms;
  S3Client s3;

  @BeforeAll
  void startNode(@TempDir Path data) throws Exception {
    node =
        Node.start(
            Settings.load(
                Optional.empty(),
                Map.of(
                    "hydrant.port",
                    0,
                    "hydrant.data",
                    data.toString(),
                    "hydrant.streams.creating-duration",
                    "0ms",
                    "hydrant.encryption.enabling-duration",
                    "20ms",
                    "hydrant.encryption.disabling-duration",
                    "20ms",
                    "hydrant.kms.data-key-cache",
                    "100ms")));
    SdkClients clients = SdkClients.of(endpoint(), "test");
    firehose = clients.firehose();
    kms = clients.kms();
    s3 = clients.s3();
    s3.createBucket(r -> r.bucket(BUCKET));
  }

  @AfterAll
  void stopNode() {
    node.close();
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

  /** All that was delivered for a stream; nothing where an object is listed but not whole yet. */
  String delivered(String name) {
    StringBuilder all = new StringBuilder();
    try {
      for (S3Object object :
          s3.listObjectsV2Paginator(r -> r.bucket(BUCKET).prefix(name + "/")).contents()) {
        all.append(s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(object.key())).asUtf8String());
      }
    } catch (NoSuchKeyException e) {
      return "";
    }
    return all.toString();
  }

  void awaitDelivered(String name, String text) {
    await().atMost(PATIENCE).until(() -> delivered(name).equals(text));
  }

  /** The files that the node keeps its journal in, as text of single-byte characters. */
  String journalFiles() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String folder : new String[] {"journal", "snapshots"}) {
      try (var files = Files.walk(node.folder().path().resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          all.append(
              new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
      }
    }
    return all.toString();
  }

  HttpResponse<String> http(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
