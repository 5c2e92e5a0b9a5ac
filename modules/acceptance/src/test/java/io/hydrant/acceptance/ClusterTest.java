package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hydrant.server.cluster.LocalCluster;
import io.hydrant.server.demo.ChildNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamStatus;
import software.amazon.awssdk.services.firehose.model.KeyType;
import software.amazon.awssdk.services.firehose.model.PutRecordResponse;
import software.amazon.awssdk.services.firehose.model.ServiceUnavailableException;

/** Three nodes in processes of their own, on one PostgreSQL. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BUCKET = "bucket";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static PostgreSql database;
  private static LocalCluster cluster;
  private static List<SdkClients> nodes;

  @BeforeAll
  static void startCluster(@TempDir Path folder) throws Exception {
    database = PostgreSql.start();
    // A node that was killed is given up sooner than a team would want it.
    Path config =
        Files.writeString(
            folder.resolve("cluster.conf"),
            """
            hydrant.encryption { enabling-duration = 100ms, disabling-duration = 100ms }
            pekko.cluster {
              split-brain-resolver.stable-after = 3s
              down-removal-margin = 1s
              failure-detector.acceptable-heartbeat-pause = 2s
            }
            """);
    cluster =
        LocalCluster.of(
            new LocalCluster.Plan(
                3,
                0,
                folder,
                Map.of("HYDRANT_POSTGRESQL_URL", database.url()),
                List.of("--config", config.toString())),
            (number, line) -> {});
    cluster.start();
    nodes =
        cluster.nodes().stream().map(node -> SdkClients.withoutRetries(node.endpoint())).toList();
    nodes.get(0).s3().createBucket(r -> r.bucket(BUCKET));
  }

  @AfterAll
  static void stopCluster() {
    if (cluster != null) {
      cluster.close();
    }
    if (database != null) {
      database.close();
    }
  }

  @Test
  @Order(1)
  void three_nodes_are_one_service() throws Exception {
    for (ChildNode node : cluster.nodes()) {
      assertThat(get(node, "/_hydrant/ready").statusCode()).isEqualTo(200);
      assertThat(get(node, "/_hydrant/cluster").body().split("\"status\":\"Up\"", -1)).hasSize(4);
    }
    String key = nodes.get(0).kms().createKey().keyMetadata().arn();
    for (int i = 0; i < 6; i++) {
      String stream = newName();
      create(on(i), stream);
      // At once: what one node has answered all of them know.
      assertThat(status(on(i + 1), stream)).isNotNull();
      awaitActive(on(i + 2), stream);
      encrypt(on(i), stream, key);
      await()
          .atMost(PATIENCE)
          .until(() -> encryption(on(2), stream) == DeliveryStreamEncryptionStatus.ENABLED);
      for (int node = 0; node < 3; node++) {
        assertThat(put(on(node), stream, "from-" + node).encrypted()).isTrue();
      }
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(delivered(stream))
                      .containsExactlyInAnyOrder("from-0", "from-1", "from-2"));
    }
    assertThat(on(1).kms().listGrants(r -> r.keyId(key)).grants()).hasSize(6);
  }

  @Test
  @Order(2)
  void a_clock_that_is_moved_at_one_node_is_moved_at_all() throws Exception {
    post(cluster.nodes().get(1), "/_hydrant/clock", "{\"advance\":\"P30D\"}");
    for (ChildNode node : cluster.nodes()) {
      assertThat(get(node, "/_hydrant/clock").body())
          .isGreaterThan("{\"now\":\"" + java.time.Instant.now().plus(Duration.ofDays(29)));
    }
  }

  @Test
  @Order(3)
  void faults_that_are_ordered_at_one_node_are_met_at_all() throws Exception {
    post(
        cluster.nodes().get(2),
        "/_hydrant/faults",
        """
        {"service":"firehose","operation":"ListDeliveryStreams",
         "error":{"code":"ServiceUnavailableException","message":"ordered"}}
        """);
    for (int node = 0; node < 3; node++) {
      SdkClients client = on(node);
      assertThatThrownBy(() -> client.firehose().listDeliveryStreams())
          .isInstanceOf(ServiceUnavailableException.class);
    }
    HTTP.send(
        HttpRequest.newBuilder(cluster.nodes().get(0).endpoint().resolve("/_hydrant/faults"))
            .DELETE()
            .build(),
        HttpResponse.BodyHandlers.discarding());
    assertThat(on(2).firehose().listDeliveryStreams().deliveryStreamNames()).hasSize(6);
  }

  @Test
  @Order(4)
  void puts_wait_for_a_database_that_is_away_and_go_on_when_it_is_back() throws Exception {
    String stream = newName();
    create(on(0), stream);
    awaitActive(on(0), stream);
    put(on(1), stream, "before");
    database.down();
    long start = System.nanoTime();
    assertThatThrownBy(() -> put(on(1), stream, "lost"))
        .isInstanceOf(ServiceUnavailableException.class);
    Duration refusedAfter = Duration.ofNanos(System.nanoTime() - start);
    assertThat(refusedAfter).isLessThan(Duration.ofSeconds(15));
    database.up();
    start = System.nanoTime();
    putUntilTaken(on(2), stream, "after");
    System.out.println(
        "A put without the database was refused after "
            + refusedAfter.toMillis()
            + " ms; puts went on "
            + (System.nanoTime() - start) / 1_000_000
            + " ms after it was back");
    await().atMost(PATIENCE).until(() -> delivered(stream).contains("after"));
    assertThat(delivered(stream)).contains("before");
  }

  @Test
  @Order(5)
  void a_node_that_is_killed_takes_no_acknowledged_record_with_it() throws Exception {
    List<String> streams = List.of(newName(), newName(), newName(), newName());
    for (String stream : streams) {
      create(on(1), stream);
      awaitActive(on(1), stream);
    }
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    AtomicBoolean going = new AtomicBoolean(true);
    AtomicInteger number = new AtomicInteger();
    ExecutorService clients = Executors.newFixedThreadPool(streams.size());
    for (String stream : streams) {
      clients.execute(
          () -> {
            while (going.get()) {
              String record = stream + "/" + number.incrementAndGet();
              try {
                put(on(1 + number.get() % 2), stream, record);
                acknowledged.add(record);
              } catch (SdkException e) {
                // Not acknowledged; the client goes on with the next one.
              }
            }
          });
    }
    await().atMost(PATIENCE).until(() -> acknowledged.size() > 200);
    long killed = System.nanoTime();
    // The oldest: it tells where entities live, and has some of these streams'.
    cluster.nodes().get(0).kill();
    for (String stream : streams) {
      putUntilTaken(on(1), stream, stream + "/again");
      acknowledged.add(stream + "/again");
    }
    System.out.println(
        "Puts to all streams succeeded again "
            + (System.nanoTime() - killed) / 1_000_000
            + " ms after the kill");
    going.set(false);
    clients.shutdown();
    assertThat(clients.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                streams.stream()
                    .flatMap(stream -> delivered(stream).stream())
                    .toList()
                    .containsAll(acknowledged));
    await()
        .atMost(PATIENCE)
        .until(() -> get(cluster.nodes().get(1), "/_hydrant/ready").statusCode() == 200);
  }

  private static SdkClients on(int node) {
    return nodes.get(node % nodes.size());
  }

  private static String newName() {
    return "stream-" + UUID.randomUUID();
  }

  private static void create(SdkClients client, String name) {
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
                                .bufferingHints(b -> b.intervalInSeconds(1).sizeInMBs(1))));
  }

  private static DeliveryStreamStatus status(SdkClients client, String name) {
    return client
        .firehose()
        .describeDeliveryStream(r -> r.deliveryStreamName(name))
        .deliveryStreamDescription()
        .deliveryStreamStatus();
  }

  private static void awaitActive(SdkClients client, String name) {
    await().atMost(PATIENCE).until(() -> status(client, name) == DeliveryStreamStatus.ACTIVE);
  }

  private static void encrypt(SdkClients client, String name, String key) {
    client
        .firehose()
        .startDeliveryStreamEncryption(
            r ->
                r.deliveryStreamName(name)
                    .deliveryStreamEncryptionConfigurationInput(
                        c -> c.keyType(KeyType.CUSTOMER_MANAGED_CMK).keyARN(key)));
  }

  private static DeliveryStreamEncryptionStatus encryption(SdkClients client, String name) {
    return client
        .firehose()
        .describeDeliveryStream(r -> r.deliveryStreamName(name))
        .deliveryStreamDescription()
        .deliveryStreamEncryptionConfiguration()
        .status();
  }

  private static PutRecordResponse put(SdkClients client, String stream, String record) {
    return client
        .firehose()
        .putRecord(
            r ->
                r.deliveryStreamName(stream)
                    .record(b -> b.data(SdkBytes.fromUtf8String(record + "\n"))));
  }

  private static void putUntilTaken(SdkClients client, String stream, String record) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(SdkException.class)
        .until(() -> put(client, stream, record).recordId() != null);
  }

  private static List<String> delivered(String stream) {
    return new String(
            DeliveredObjects.of(nodes.get(1).s3(), BUCKET, stream + "/"),
            java.nio.charset.StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  private static HttpResponse<String> get(ChildNode node, String path)
      throws IOException, InterruptedException {
    URI target = node.endpoint().resolve(path);
    return HTTP.send(HttpRequest.newBuilder(target).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void post(ChildNode node, String path, String body)
      throws IOException, InterruptedException {
    assertThat(
            HTTP.send(
                    HttpRequest.newBuilder(node.endpoint().resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                    HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
  }
}
