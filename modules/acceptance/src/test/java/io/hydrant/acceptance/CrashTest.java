package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hydrant.cli.process.NodeProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamStatus;
import software.amazon.awssdk.services.firehose.model.KeyType;
import software.amazon.awssdk.services.firehose.model.LimitExceededException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A node in a process of its own, killed by SIGKILL. */
class CrashTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ACKNOWLEDGED_BEFORE_KILL = 300;
  private SdkClients aws;

  @Test
  void a_kill_amid_puts_and_enabling_loses_no_acknowledged_record(@TempDir Path data)
      throws Exception {
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    // Long enough to die in the middle of it on a busy machine.
    Path config = data.resolve("slow.conf");
    Files.writeString(config, "hydrant.encryption.enabling-duration = 3s");
    try (NodeProcess node = new NodeProcess(data, "--config", config.toString())) {
      aws = SdkClients.of(node.start(), "test");
      aws.s3().createBucket(r -> r.bucket("bucket"));
      createStream("orders");
      String key = aws.kms().createKey().keyMetadata().arn();
      putUntilKilled(node, key, acknowledged);

      aws = SdkClients.of(node.start(), "test");
      await()
          .atMost(PATIENCE)
          .until(() -> status("orders") == DeliveryStreamEncryptionStatus.ENABLED);
      assertThat(
              aws.firehose()
                  .putRecord(
                      r ->
                          r.deliveryStreamName("orders")
                              .record(b -> b.data(SdkBytes.fromUtf8String("last\n"))))
                  .encrypted())
          .isTrue();
      acknowledged.add("last");
      await()
          .atMost(PATIENCE)
          .ignoreException(NoSuchKeyException.class)
          .until(() -> delivered().containsAll(acknowledged));
    }
  }

  /** Four clients put while encryption is started; the node dies in the middle. */
  private void putUntilKilled(NodeProcess node, String key, Queue<String> acknowledged)
      throws InterruptedException {
    AtomicInteger number = new AtomicInteger();
    ExecutorService clients = Executors.newFixedThreadPool(4);
    for (int client = 0; client < 4; client++) {
      clients.execute(
          () -> {
            while (!Thread.currentThread().isInterrupted()) {
              String record = "record-" + number.incrementAndGet();
              try {
                aws.firehose()
                    .putRecord(
                        r ->
                            r.deliveryStreamName("orders")
                                .record(b -> b.data(SdkBytes.fromUtf8String(record + "\n"))));
                acknowledged.add(record);
              } catch (SdkException e) {
                return; // The node is gone.
              }
            }
          });
    }
    await().atMost(PATIENCE).until(() -> acknowledged.size() > ACKNOWLEDGED_BEFORE_KILL);
    aws.firehose()
        .startDeliveryStreamEncryption(
            r ->
                r.deliveryStreamName("orders")
                    .deliveryStreamEncryptionConfigurationInput(
                        c -> c.keyType(KeyType.CUSTOMER_MANAGED_CMK).keyARN(key)));
    assertThat(status("orders")).isEqualTo(DeliveryStreamEncryptionStatus.ENABLING);
    node.kill();
    clients.shutdownNow();
    assertThat(clients.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void the_budget_survives_a_kill(@TempDir Path data) throws Exception {
    try (NodeProcess node = new NodeProcess(data)) {
      aws = SdkClients.of(node.start(), "test");
      createStream("orders");
      for (int call = 0; call < 25; call++) {
        // A key that does not exist: refused after the call was counted.
        assertThatThrownBy(this::startWithoutKey).hasMessageContaining("does not exist");
      }
      node.kill();
      aws = SdkClients.of(node.start(), "test");
      assertThatThrownBy(this::startWithoutKey).isInstanceOf(LimitExceededException.class);
    }
  }

  private void startWithoutKey() {
    aws.firehose()
        .startDeliveryStreamEncryption(
            r ->
                r.deliveryStreamName("orders")
                    .deliveryStreamEncryptionConfigurationInput(
                        c ->
                            c.keyType(KeyType.CUSTOMER_MANAGED_CMK)
                                .keyARN(
                                    "arn:aws:kms:us-east-1:000000000000:key/"
                                        + "00000000-0000-0000-0000-000000000000")));
  }

  private void createStream(String name) {
    aws.firehose()
        .createDeliveryStream(
            r ->
                r.deliveryStreamName(name)
                    .extendedS3DestinationConfiguration(
                        c ->
                            c.bucketARN("arn:aws:s3:::bucket")
                                .roleARN("arn:aws:iam::000000000000:role/x")
                                .bufferingHints(b -> b.intervalInSeconds(1).sizeInMBs(1))));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                aws.firehose()
                        .describeDeliveryStream(r -> r.deliveryStreamName(name))
                        .deliveryStreamDescription()
                        .deliveryStreamStatus()
                    == DeliveryStreamStatus.ACTIVE);
  }

  private DeliveryStreamEncryptionStatus status(String name) {
    return aws.firehose()
        .describeDeliveryStream(r -> r.deliveryStreamName(name))
        .deliveryStreamDescription()
        .deliveryStreamEncryptionConfiguration()
        .status();
  }

  private Set<String> delivered() {
    Set<String> records = new TreeSet<>();
    aws.s3().listObjectsV2Paginator(r -> r.bucket("bucket")).contents().stream()
        .forEach(
            object ->
                aws.s3()
                    .getObjectAsBytes(r -> r.bucket("bucket").key(object.key()))
                    .asUtf8String()
                    .lines()
                    .forEach(records::add));
    return records;
  }
}
