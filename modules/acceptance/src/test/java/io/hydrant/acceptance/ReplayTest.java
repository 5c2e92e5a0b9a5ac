package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.replay.archive.ExportedJournal;
import io.hydrant.replay.archive.JournalExport;
import io.hydrant.replay.query.PointInTime;
import io.hydrant.replay.query.State;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.LevelDbJournal;
import java.io.Writer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;
import software.amazon.awssdk.services.firehose.model.Tag;

/**
 * Replay is the same code: what the node answered at a moment is what the journal folds to then.
 */
class ReplayTest extends OneNode {
  private static final int STEPS = 60;

  /** What the node said of an entity at a moment. */
  private record Answered(String entity, Instant at, String state) {}

  @Test
  void what_the_node_answered_at_every_moment_is_what_its_journal_folds_to(@TempDir Path folder)
      throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> keys = List.of(newKey(), newKey());
    String stream = activeStream();
    List<Answered> answered = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      doSomething(random, stream, keys);
      advance(Duration.ofMinutes(random.nextInt(90)));
      settle(stream);
      answered.add(stream(stream));
      answered.add(key(keys.get(random.nextInt(keys.size()))));
    }
    Path data = stop();
    Path file = folder.resolve("journal.jsonl");
    try (LevelDbJournal journal = LevelDbJournal.open(data);
        Writer out = Files.newBufferedWriter(file)) {
      JournalExport.write(journal, out, false, UnaryOperator.identity());
      check(journal, answered, seed);
    }
    check(ExportedJournal.open(file), answered, seed);
    launch();
  }

  private static void check(JournalSource journal, List<Answered> answered, long seed) {
    for (Answered each : answered) {
      PointInTime then = new PointInTime(Optional.empty(), Optional.of(each.at()));
      assertThat(State.at(journal, each.entity(), then).json(each.at()).toString())
          .as("%s at %s, seed %d", each.entity(), each.at(), seed)
          .contains(each.state());
    }
  }

  private void doSomething(Random random, String stream, List<String> keys) {
    String key = keys.get(random.nextInt(keys.size()));
    try {
      switch (random.nextInt(7)) {
        case 0, 1 -> start(stream, key);
        case 2 -> firehose.stopDeliveryStreamEncryption(r -> r.deliveryStreamName(stream));
        case 3 -> kms.disableKey(r -> r.keyId(key));
        case 4 -> kms.enableKey(r -> r.keyId(key));
        case 5 ->
            kms.updateKeyDescription(r -> r.keyId(key).description("step " + random.nextInt()));
        default ->
            firehose.tagDeliveryStream(
                r -> r.deliveryStreamName(stream).tags(Tag.builder().key("k").value("v").build()));
      }
    } catch (software.amazon.awssdk.awscore.exception.AwsServiceException refused) {
      assertThat(refused.statusCode()).isEqualTo(400);
    }
  }

  private void settle(String stream) {
    org.awaitility.Awaitility.await()
        .until(
            () -> {
              DeliveryStreamEncryptionStatus status = encryption(stream).status();
              return status != DeliveryStreamEncryptionStatus.ENABLING
                  && status != DeliveryStreamEncryptionStatus.DISABLING;
            });
  }

  private Answered stream(String name) throws Exception {
    String body =
        call(
            "Firehose_20150804.DescribeDeliveryStream",
            "{\"DeliveryStreamName\":\"" + name + "\"}");
    return new Answered("stream|000000000000/us-east-1/" + name, now(), body);
  }

  private Answered key(String arn) throws Exception {
    String body = call("TrentService.DescribeKey", "{\"KeyId\":\"" + arn + "\"}");
    // As text: a parsed number would not be written as it was.
    String metadata = body.strip().substring("{".length(), body.strip().length() - 1);
    return new Answered(
        "key|000000000000/us-east-1/" + arn.substring(arn.indexOf('/') + 1), now(), metadata);
  }

  private Instant now() throws Exception {
    JsonNode clock =
        Json.MAPPER.readTree(
            http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/clock"))).body());
    return Instant.parse(clock.path("now").asText());
  }

  private String call(String target, String body) throws Exception {
    return http(HttpRequest.newBuilder(endpoint())
            .header("X-Amz-Target", target)
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Date", "20260101T000000Z")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/x/aws4_request,"
                    + " SignedHeaders=host, Signature=00")
            .POST(BodyPublishers.ofString(body)))
        .body();
  }
}
