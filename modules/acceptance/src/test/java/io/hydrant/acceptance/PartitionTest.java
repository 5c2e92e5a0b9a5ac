package io.hydrant.acceptance;

import static io.hydrant.acceptance.NodeStreams.activeStreams;
import static io.hydrant.acceptance.NodeStreams.encrypt;
import static io.hydrant.acceptance.NodeStreams.encryption;
import static io.hydrant.acceptance.NodeStreams.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;

/** The network between the nodes falls apart: one of them sees the other two no more. */
class PartitionTest extends ThreeNodes {
  /** In which a node that could come back as a cluster of its own would have done so. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(15);

  private Wires wires;

  @Override
  Map<String, String> own(int number) {
    try {
      if (wires == null) {
        wires = new Wires(3, Files.createTempDirectory("hydrant-wires"));
      }
      return wires.environment(number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  void closeWires() {
    if (wires != null) {
      wires.close();
    }
  }

  @Test
  void a_node_that_was_out_of_reach_for_a_moment_has_the_clock_of_the_others_afterwards()
      throws Exception {
    wires.isolate(3);
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(PATIENCE)
        .until(() -> get(node(1), "/_hydrant/cluster").body().contains("\"reachable\":false"));
    Instant moved = moveClock(node(1), Duration.ofHours(1));
    wires.mend();
    awaitAllUp();
    await().atMost(PATIENCE).until(() -> !clock(node(2)).isBefore(moved));
  }

  @ParameterizedTest(name = "node {0}")
  @ValueSource(ints = {3, 1})
  void the_smaller_part_stops_serving_the_larger_goes_on_and_nothing_diverges(int lonely)
      throws Exception {
    awaitAllUp();
    int inMajority = 1;
    List<String> streams = activeStreams(on(inMajority), 6);
    String budgeted = streams.get(0);
    String key = on(inMajority).kms().createKey().keyMetadata().arn();
    try (Producers majority =
            new Producers(streams, (stream, text) -> put(on(inMajority), stream, "ours/" + text));
        Producers minority =
            new Producers(
                streams, (stream, text) -> put(on(lonely - 1), stream, "theirs/" + text))) {
      awaitRecords(majority);
      awaitRecords(minority);
      encrypt(on(inMajority), budgeted, key);

      wires.isolate(lonely);
      long cut = System.nanoTime();
      await().atMost(PATIENCE).until(() -> refusesToServe(lonely - 1));
      tell("The minority said that it is not ready within", since(cut));
      await().atMost(PATIENCE).until(() -> majority.allTakenSince(cut + 5_000_000_000L));
      tell("After the cut the majority took puts to all streams again within", since(cut));
      awaitEncryption(budgeted, DeliveryStreamEncryptionStatus.ENABLED);

      // A single node is no cluster, however long the partition lasts.
      int theirs = minority.acknowledged().size();
      await().during(LONG_ENOUGH).atMost(PATIENCE).until(() -> refusesToServe(lonely - 1));
      assertThat(minority.acknowledged()).hasSize(theirs);

      wires.mend();
      long mended = System.nanoTime();
      awaitAllUpOrGone(node(lonely - 1));
      tell("After the network was mended all three worked together within", since(mended));
      awaitRecords(minority);
      awaitRecords(majority);
      majority.stop();
      minority.stop();
      awaitDelivered(streams, majority.acknowledged().stream().map("ours/"::concat).toList());
      awaitDelivered(streams, minority.acknowledged().stream().map("theirs/"::concat).toList());
    }
    journal().assertOneWriterAtATime();
    // The one call was counted once, and every later one comes on top of it.
    assertThat(journal().events("budget", budgeted, "budget.encryption-call-counted")).isEqualTo(1);
  }

  private void awaitEncryption(String stream, DeliveryStreamEncryptionStatus status) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(SdkException.class)
        .until(() -> encryption(on(1), stream) == status);
  }

  private boolean refusesToServe(int node) throws Exception {
    try {
      return get(node(node), "/_hydrant/ready").statusCode() == 503;
    } catch (IOException e) {
      // It has exited; who does not answer does not serve either.
      return true;
    }
  }
}
