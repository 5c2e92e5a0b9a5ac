package io.hydrant.acceptance;

import static io.hydrant.acceptance.NodeStreams.activeStreams;
import static io.hydrant.acceptance.NodeStreams.awaitActive;
import static io.hydrant.acceptance.NodeStreams.createStream;
import static io.hydrant.acceptance.NodeStreams.encrypt;
import static io.hydrant.acceptance.NodeStreams.encryption;
import static io.hydrant.acceptance.NodeStreams.newNames;
import static io.hydrant.acceptance.NodeStreams.put;
import static io.hydrant.acceptance.NodeStreams.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hydrant.cli.process.NodeProcess;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamStatus;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;
import software.amazon.awssdk.services.firehose.model.ServiceUnavailableException;

/** Three nodes are one service, whatever becomes of one of them. */
class ClusterTest extends ThreeNodes {
  @Test
  void what_one_node_has_answered_all_of_them_know() {
    String key = on(0).kms().createKey().keyMetadata().arn();
    List<String> streams = newNames(6);
    for (int i = 0; i < streams.size(); i++) {
      createStream(on(i), streams.get(i));
      assertThat(status(on(i + 1), streams.get(i)))
          .isIn(DeliveryStreamStatus.CREATING, DeliveryStreamStatus.ACTIVE);
    }
    for (int i = 0; i < streams.size(); i++) {
      awaitActive(on(i + 2), streams.get(i));
      encrypt(on(i), streams.get(i), key);
    }
    for (String stream : streams) {
      await()
          .atMost(PATIENCE)
          .until(() -> encryption(on(2), stream) == DeliveryStreamEncryptionStatus.ENABLED);
      for (int node = 0; node < 3; node++) {
        assertThat(put(on(node), stream, stream + "/from-" + node).encrypted()).isTrue();
      }
    }
    for (String stream : streams) {
      awaitDelivered(
          List.of(stream), List.of(stream + "/from-0", stream + "/from-1", stream + "/from-2"));
    }
    assertThat(on(1).kms().listGrants(r -> r.keyId(key)).grants()).hasSize(6);
    for (String stream : streams) {
      assertThat(names(on(2), stream)).contains(stream);
    }
  }

  @Test
  void a_clock_that_is_moved_at_one_node_is_moved_at_all() throws Exception {
    Instant moved = moveClock(node(1), Duration.ofDays(30));
    for (int node = 0; node < 3; node++) {
      assertThat(clock(node(node))).isAfterOrEqualTo(moved);
    }
  }

  @Test
  void faults_that_are_ordered_at_one_node_are_met_at_all() throws Exception {
    String stream = activeStreams(on(0), 1).get(0);
    post(
        node(2),
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
    send(HttpRequest.newBuilder(node(0).endpoint().resolve("/_hydrant/faults")).DELETE());
    assertThat(names(on(2), stream)).contains(stream);
  }

  @Test
  void what_one_node_refused_is_in_the_journal_of_all() {
    String nobody = newNames(1).get(0);
    SdkClients first = on(0);
    assertThatThrownBy(() -> put(first, nobody, "refused"))
        .isInstanceOf(ResourceNotFoundException.class);
    await().atMost(PATIENCE).until(() -> get(node(2), "/_hydrant/journal").body().contains(nobody));
  }

  @Test
  void nodes_show_each_other_certificates() throws Exception {
    String[] address = addressOfSelf(node(0)).split(":", 2);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificate());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    try (SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket(address[0], Integer.parseInt(address[1]))) {
      socket.startHandshake();
      assertThat(socket.getSession().getPeerPrincipal().getName()).isEqualTo("CN=hydrant");
      // A client without a certificate is refused.
      assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SSLException.class);
    }
  }

  @Test
  void a_node_with_another_root_key_is_not_let_in(@TempDir Path folder) {
    try (NodeProcess stranger =
        stranger(folder, Base64.getEncoder().encodeToString(new byte[32]))) {
      assertThatThrownBy(stranger::start).hasMessageContaining("another KMS root key");
    }
    awaitAllUp();
  }

  @Test
  void puts_are_refused_while_the_database_is_away_and_go_on_when_it_is_back() throws Exception {
    List<String> streams = activeStreams(on(0), 4);
    try (Producers producers = new Producers(streams, (stream, text) -> put(on(1), stream, text))) {
      awaitRecords(producers);
      database.down();
      long down = System.nanoTime();
      // Each client is refused, and refused again.
      await().atMost(PATIENCE).until(() -> producers.refused().size() >= 2 * streams.size());
      tell("Without the database each client had been refused twice after", since(down));
      assertThat(producers.refused()).allMatch(why -> why.contains("Status Code: 503"));
      database.up();
      long back = System.nanoTime();
      await().atMost(PATIENCE).until(() -> producers.allTakenSince(back));
      tell("Puts went on, after the database was back, within", since(back));
      producers.stop();
      awaitDelivered(streams, producers.acknowledged());
    }
  }

  @Test
  void a_node_that_stops_hands_over_and_one_that_starts_takes_its_share() throws Exception {
    Instant moved = moveClock(node(1), Duration.ofDays(30));
    List<String> streams = activeStreams(on(1), 4);
    try (Producers producers = new Producers(streams, (stream, text) -> put(on(1), stream, text))) {
      awaitRecords(producers);
      assertThat(node(0).stop()).isIn(0, 143);
      node(0).start();
      awaitAllUp();
      awaitRecords(producers);
      producers.stop();
      // Not even a client that never tries again meets an error.
      assertThat(producers.refused()).isEmpty();
      tell("While a node stopped and started, no put waited longer than", producers.longestPause());
      awaitDelivered(streams, producers.acknowledged());
    }
    // It learned from the others what no journal holds.
    assertThat(clock(node(0))).isAfterOrEqualTo(moved);
  }

  @Test
  void a_killed_node_takes_no_acknowledged_record_with_it_and_its_work_goes_on() throws Exception {
    List<String> streams = activeStreams(on(1), 4);
    List<String> leftAlone = activeStreams(on(1), 8);
    String key = on(1).kms().createKey().keyMetadata().arn();
    String formerKey = on(1).kms().createKey().keyMetadata().arn();
    List<String> changing = leftAlone.subList(0, 4);
    changing.forEach(stream -> encrypt(on(1), stream, formerKey));
    changing.forEach(
        stream ->
            await()
                .atMost(PATIENCE)
                .until(() -> encryption(on(1), stream) == DeliveryStreamEncryptionStatus.ENABLED));
    try (Producers producers =
        new Producers(
            streams, Producers.SHORTEST_PAUSE, (stream, text) -> put(on(1), stream, text))) {
      awaitRecords(producers);
      for (String stream : leftAlone) {
        put(on(1), stream, stream + "/waits");
        encrypt(on(1), stream, key);
      }
      // The node that tells where entities live, while eight streams get a key or another one.
      node(0).kill();
      long killed = System.nanoTime();
      await().atMost(PATIENCE).until(() -> producers.allTakenSince(killed + 1_000_000_000L));
      tell("After the kill puts to all streams were taken again within", since(killed));
      producers.stop();
      System.out.println("Refused meanwhile: " + producers.refused());
      awaitDelivered(streams, producers.acknowledged());
      // Of each client one put was on its way: stored but not answered, it was sent once more.
      assertThat(streams).allSatisfy(stream -> assertThat(twice(stream)).hasSizeLessThan(2));
    }
    for (String stream : leftAlone) {
      int calls = changing.contains(stream) ? 2 : 1;
      awaitDelivered(List.of(stream), List.of(stream + "/waits"));
      await()
          .atMost(PATIENCE)
          .until(() -> journal().events("stream", stream, "stream.encryption-enabled") == calls);
      assertThat(journal().events("budget", stream, "budget.encryption-call-counted"))
          .isEqualTo(calls);
    }
    journal().assertOneWriterAtATime();
    node(0).start();
    awaitAllUp();
  }

  @Test
  void a_node_that_was_cut_off_comes_back_by_itself() throws Exception {
    List<String> streams = activeStreams(on(1), 4);
    try (Producers producers = new Producers(streams, (stream, text) -> put(on(1), stream, text))) {
      awaitRecords(producers);
      // It stands still, as in a long pause: the others cannot tell it from a cut cable.
      signal("STOP");
      long stopped = System.nanoTime();
      await().atMost(PATIENCE).until(() -> producers.allTakenSince(stopped + 5_000_000_000L));
      signal("CONT");
      long woken = System.nanoTime();
      awaitAllUpOrGone(node(2));
      tell("A node that was cut off was back among the others within", since(woken));
      producers.stop();
      awaitDelivered(streams, producers.acknowledged());
    }
  }

  /** A line for each time that a record was delivered after the first. */
  private List<String> twice(String stream) {
    List<String> again = new ArrayList<>(delivered(stream));
    new HashSet<>(again).forEach(again::remove);
    System.out.println("Delivered more than once of " + stream + ": " + again);
    return again;
  }

  /** The names of streams from that one on: a list of all may have pages. */
  private static List<String> names(SdkClients client, String from) {
    String before = from.substring(0, from.length() - 1);
    return client
        .firehose()
        .listDeliveryStreams(r -> r.exclusiveStartDeliveryStreamName(before))
        .deliveryStreamNames();
  }

  private void signal(String name) throws Exception {
    assertThat(
            new ProcessBuilder("kill", "-" + name, String.valueOf(node(2).pid())).start().waitFor())
        .isZero();
  }
}
