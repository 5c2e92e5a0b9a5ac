package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hydrant.cli.cluster.LocalCluster;
import io.hydrant.cli.process.NodeProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests of three nodes in processes of their own that talk over TLS, on one PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ThreeNodes {
  static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int SOME = 100;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Map<URI, SdkClients> clients = new ConcurrentHashMap<>();
  PostgreSql database;
  private LocalCluster cluster;
  private KeyStore certificate;
  private Path config;

  @BeforeAll
  void startCluster(@TempDir Path folder) throws Exception {
    // Tests of one node in the same JVM ask more often, which costs three nodes too much.
    Awaitility.setDefaultPollDelay(POLL);
    Awaitility.setDefaultPollInterval(POLL);
    database = PostgreSql.start();
    certificate = SelfSigned.in(folder);
    config =
        Files.writeString(
            folder.resolve("cluster.conf"),
            """
            hydrant.encryption { enabling-duration = 1500ms, disabling-duration = 100ms }
            hydrant.cluster.tls {
              certificate = "%1$s/cert.pem", key = "%1$s/key.pem", authority = "%1$s/cert.pem"
            }
            """
                .formatted(folder));
    cluster =
        LocalCluster.of(
            new LocalCluster.Plan(
                3,
                0,
                folder,
                Map.of("HYDRANT_POSTGRESQL_URL", database.url()),
                this::own,
                List.of("--config", config.toString())),
            (number, line) -> {});
    prepare(cluster);
    cluster.start();
    on(0).s3().createBucket(r -> r.bucket(NodeStreams.BUCKET));
  }

  @AfterAll
  void stopCluster() {
    if (cluster != null) {
      cluster.close();
    }
    if (database != null) {
      database.close();
    }
  }

  /** Each test finds three nodes that work, whatever the one before has done to them. */
  @BeforeEach
  void awaitAll() {
    awaitAllUp();
  }

  @AfterEach
  void clearFaults() throws Exception {
    send(HttpRequest.newBuilder(node(1).endpoint().resolve("/_hydrant/faults")).DELETE());
  }

  /** Settings that one node alone has, by its number from 1. */
  Map<String, String> own(int number) {
    return Map.of();
  }

  PostgreSql database() {
    return database;
  }

  SharedJournal journal() {
    return new SharedJournal(database.url());
  }

  /** Before the nodes are started for the first time. */
  void prepare(LocalCluster nodes) throws Exception {}

  /** Of all nodes. */
  KeyStore certificate() {
    return certificate;
  }

  /** One more node, with a root key of its own. */
  NodeProcess stranger(Path folder, String rootKey) {
    Map<String, String> environment = new HashMap<>(cluster.environment());
    environment.put("HYDRANT_KMS_ROOT_KEY", rootKey);
    environment.put("HYDRANT_CLUSTER_PORT", "0");
    return new NodeProcess(folder, 0, environment, line -> {}, "--config", config.toString());
  }

  /** Where the other nodes reach that one. */
  static String addressOfSelf(NodeProcess node) throws Exception {
    Matcher self =
        Pattern.compile("\"address\":\"([^\"]+)\"[^}]*\"self\":true")
            .matcher(get(node, "/_hydrant/cluster").body());
    assertThat(self.find()).isTrue();
    return self.group(1);
  }

  NodeProcess node(int number) {
    return cluster.nodes().get(number % cluster.nodes().size());
  }

  /** Clients of that node that ask once. */
  SdkClients on(int number) {
    return clients.computeIfAbsent(node(number).endpoint(), SdkClients::withoutRetries);
  }

  /** Looked at in S3: the stream itself is not asked. */
  List<String> delivered(String stream) {
    return new String(
            DeliveredObjects.of(on(2).s3(), NodeStreams.BUCKET, stream + "/"),
            StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  void awaitDelivered(List<String> streams, Collection<String> records) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Set<String> missing = new HashSet<>(records);
              streams.forEach(stream -> delivered(stream).forEach(missing::remove));
              assertThat(missing).as("not delivered").isEmpty();
            });
  }

  void awaitAllUp() {
    await().atMost(PATIENCE).ignoreExceptions().until(this::areAllUp);
  }

  private boolean areAllUp() throws Exception {
    for (int number = 0; number < 3; number++) {
      NodeProcess node = node(number);
      if (get(node, "/_hydrant/ready").statusCode() != 200
          || ups(get(node, "/_hydrant/cluster").body()) != 3) {
        return false;
      }
    }
    return true;
  }

  /** The same; a node that has exited is started first, as a supervisor does. */
  void awaitAllUpOrGone(NodeProcess node) throws IOException, InterruptedException {
    await().atMost(PATIENCE).ignoreExceptions().until(() -> !node.isAlive() || areAllUp());
    if (!node.isAlive()) {
      System.out.println("The node has exited and is started again");
      node.start();
      awaitAllUp();
    }
  }

  private static int ups(String members) {
    return members.split("\"status\":\"Up\",\"reachable\":true", -1).length - 1;
  }

  static HttpResponse<String> get(NodeProcess node, String path) throws Exception {
    return send(HttpRequest.newBuilder(node.endpoint().resolve(path)));
  }

  static void post(NodeProcess node, String path, String body) throws Exception {
    assertThat(
            send(HttpRequest.newBuilder(node.endpoint().resolve(path))
                    .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode())
        .isEqualTo(200);
  }

  /** The time that its clock shows at least from now on. */
  static Instant moveClock(NodeProcess node, Duration by) throws Exception {
    Instant moved = clock(node).plus(by);
    post(node, "/_hydrant/clock", "{\"advance\":\"" + by + "\"}");
    return moved;
  }

  static Instant clock(NodeProcess node) throws Exception {
    Matcher now =
        Pattern.compile("\"now\":\"([^\"]+)\"").matcher(get(node, "/_hydrant/clock").body());
    assertThat(now.find()).isTrue();
    return Instant.parse(now.group(1));
  }

  static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Waits until more records have been taken. */
  static void awaitRecords(Producers producers) {
    int before = producers.acknowledged().size();
    await().atMost(PATIENCE).until(() -> producers.acknowledged().size() > before + SOME);
  }

  /** That {@link System#nanoTime}. */
  static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  /** Prints what was measured. */
  static void tell(String what, Duration time) {
    System.out.println(what + " " + time.toMillis() + " ms");
  }
}
