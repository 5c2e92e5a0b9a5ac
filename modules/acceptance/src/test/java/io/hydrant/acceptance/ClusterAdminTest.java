package io.hydrant.acceptance;

import static io.hydrant.acceptance.JournalCommands.run;
import static io.hydrant.acceptance.NodeStreams.awaitActive;
import static io.hydrant.acceptance.NodeStreams.createStream;
import static io.hydrant.acceptance.NodeStreams.encrypt;
import static io.hydrant.acceptance.NodeStreams.newNames;
import static io.hydrant.acceptance.NodeStreams.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.hydrant.cli.cluster.LocalCluster;
import io.hydrant.cli.process.NodeProcess;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.Tag;

/** An operator of a cluster may ask any of its nodes. */
class ClusterAdminTest extends ThreeNodes {
  private static final String NO_KEY =
      "arn:aws:kms:us-east-1:000000000000:key/11111111-2222-3333-4444-555555555555";

  private final ImportedWork imported = new ImportedWork();

  @Override
  void prepare(LocalCluster nodes) throws Exception {
    imported.into(database.url(), nodes.environment());
  }

  @Test
  void what_an_imported_journal_owes_is_done_without_a_call() throws Exception {
    await().atMost(PATIENCE).until(() -> journal().toWake() == 0);
    post(node(1), "/_hydrant/clock", "{\"advance\":\"PT1H\"}");
    // Neither its stream nor its buffer is asked.
    awaitDelivered(List.of(imported.stream()), List.of("imported"));
    await()
        .atMost(PATIENCE)
        .until(
            () -> journal().events("stream", imported.stream(), "stream.encryption-enabled") == 1);
  }

  @Test
  void each_node_lists_the_calls_that_any_of_them_has_refused(@TempDir Path folder)
      throws Exception {
    String stream = newNames(1).get(0);
    createStream(on(0), stream);
    List<String> refused = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      refused.add(refusedAt(i, stream));
    }
    for (int i = 0; i < 40; i++) {
      refused.add(largeRefusedAt(2, stream));
    }
    for (int number = 0; number < 3; number++) {
      String url = node(number).endpoint().toString();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(ids(run("timeline", stream, "--json", "--url", url)))
                      .containsExactlyElementsOf(refused));
      assertThat(run("why", stream, "--call", refused.get(0), "--url", url))
          .contains("was refused: ");
      assertThat(run("follow", stream, "--rounds", "1", "--json", "--url", url)).contains(refused);
      assertThat(get(node(number), "/_hydrant/streams/000000000000/us-east-1/" + stream).body())
          .contains("class=\"refused\"")
          .contains(refused.get(refused.size() - 1));
      Path file = folder.resolve(number + ".jsonl");
      run("export", file.toString(), "--url", url);
      assertThat(Files.readString(file)).contains(refused);
    }
    movesInto(folder.resolve("dataFolder"), folder.resolve("1.jsonl"), stream);
  }

  private static void movesInto(Path dataFolder, Path file, String stream) {
    assertThat(run("verify", "--file", file.toString())).contains("all sound");
    run("import", file.toString(), "--data", dataFolder.toString());
    assertThat(run("timeline", stream, "--data", dataFolder.toString()))
        .isEqualTo(run("timeline", stream, "--file", file.toString()));
  }

  private static List<String> ids(String timeline) {
    return timeline
        .lines()
        .filter(line -> line.contains("\"code\""))
        .map(line -> line.replaceAll(".*\"requestId\":\"([^\"]+)\".*", "$1"))
        .toList();
  }

  private String refusedAt(int number, String stream) {
    return catchThrowableOfType(FirehoseException.class, () -> encrypt(on(number), stream, NO_KEY))
        .requestId();
  }

  private String largeRefusedAt(int number, String stream) {
    List<Tag> tags =
        IntStream.range(0, 60)
            .mapToObj(i -> Tag.builder().key("key-" + i).value("v".repeat(250)).build())
            .toList();
    return catchThrowableOfType(
            FirehoseException.class,
            () ->
                on(number)
                    .firehose()
                    .tagDeliveryStream(r -> r.deliveryStreamName(stream).tags(tags)))
        .requestId();
  }

  @Test
  void a_fault_strikes_as_often_as_ordered_whichever_nodes_are_called() throws Exception {
    for (int times : new int[] {2, 7}) {
      post(
          node(1),
          "/_hydrant/faults",
          """
          {"service":"firehose","operation":"ListDeliveryStreams","times":%d,
           "error":{"code":"ServiceUnavailableException","message":"ordered"}}
          """
              .formatted(times));
      List<CompletableFuture<Boolean>> calls =
          IntStream.range(0, 30)
              .mapToObj(number -> CompletableFuture.supplyAsync(() -> isStruck(number)))
              .toList();
      assertThat(calls.stream().filter(CompletableFuture::join)).hasSize(times);
      for (int number = 0; number < 3; number++) {
        assertThat(get(node(number), "/_hydrant/faults").body()).contains("\"struck\":" + times);
      }
      send(HttpRequest.newBuilder(node(2).endpoint().resolve("/_hydrant/faults")).DELETE());
    }
  }

  private boolean isStruck(int number) {
    try {
      on(number).firehose().listDeliveryStreams();
      return false;
    } catch (FirehoseException e) {
      return true;
    }
  }

  @Test
  void forms_and_single_faults_work_at_any_node() throws Exception {
    Instant before = now(0);
    NodeProcess node = node(2);
    assertThat(
            send(HttpRequest.newBuilder(node.endpoint().resolve("/_hydrant/clock"))
                    .header("Origin", node.endpoint().toString())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("advance=PT6H")))
                .statusCode())
        .isEqualTo(303);
    for (int number = 0; number < 3; number++) {
      assertThat(Duration.between(before, now(number))).isGreaterThan(Duration.ofHours(5));
    }
    post(
        node(0),
        "/_hydrant/faults",
        "{\"service\":\"s3\",\"operation\":\"*\",\"on\":\"nowhere\",\"unreachable\":true}");
    String id =
        get(node(1), "/_hydrant/faults").body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    assertThat(get(node(2), "/_hydrant/").body()).contains(id);
    send(HttpRequest.newBuilder(node(2).endpoint().resolve("/_hydrant/faults/" + id)).DELETE());
    assertThat(get(node(0), "/_hydrant/faults").body()).doesNotContain(id);
  }

  private static Instant instant(String json) {
    return Instant.parse(json.replaceAll("(?s).*\"now\":\"([^\"]+)\".*", "$1"));
  }

  private Instant now(int number) throws Exception {
    return instant(get(node(number), "/_hydrant/clock").body());
  }

  @Test
  void every_node_explains_who_may_do_what() throws Exception {
    String key = on(0).kms().createKey().keyMetadata().arn();
    for (int number = 0; number < 3; number++) {
      assertThat(
              get(
                      node(number),
                      "/_hydrant/explain?principal=arn:aws:iam::000000000000:root"
                          + "&action=kms:Decrypt&resource="
                          + key)
                  .body())
          .contains("\"allowed\":true");
    }
  }

  @Test
  void a_flush_at_one_node_delivers_what_lies_at_all() throws Exception {
    List<String> streams = newNames(6);
    for (String stream : streams) {
      createStream(on(0), stream, 900);
      awaitActive(on(1), stream);
      put(on(2), stream, "flushed");
    }
    post(node(1), "/_hydrant/flush", "");
    for (String stream : streams) {
      assertThat(delivered(stream)).containsExactly("flushed");
    }
  }

  @Test
  void what_a_node_refused_and_how_often_faults_struck_outlives_it() throws Exception {
    String stream = newNames(1).get(0);
    createStream(on(0), stream);
    post(
        node(2),
        "/_hydrant/faults",
        """
        {"service":"firehose","operation":"ListDeliveryStreams","times":3,
         "error":{"code":"ServiceUnavailableException","message":"ordered"}}
        """);
    assertThat(List.of(isStruck(0), isStruck(1))).containsOnly(true);
    String refused = refusedAt(0, stream);
    String url = node(1).endpoint().toString();
    await()
        .atMost(PATIENCE)
        .until(() -> run("timeline", stream, "--json", "--url", url).contains(refused));
    // The eldest, which has counted.
    node(0).kill();
    assertThat(run("why", stream, "--call", refused, "--url", url)).contains("was refused: ");
    assertThat(List.of(isStruck(1), isStruck(2), isStruck(1), isStruck(2)))
        .containsExactly(true, false, false, false);
    node(0).start();
  }
}
