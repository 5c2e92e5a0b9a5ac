package io.hydrant.acceptance;

import static io.hydrant.acceptance.NodeStreams.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hydrant.cli.process.NodeProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponseEntry;
import software.amazon.awssdk.services.firehose.model.Record;

/**
 * Records on their way through a Lambda function that fails at random, dynamic partitioning, and S3
 * that fails at random, with a source backup, while the node is killed by SIGKILL.
 *
 * <p>The system properties {@code hydrant.crash.records} and {@code hydrant.crash.kills} make it
 * larger.
 */
class ProcessingCrashTest {
  private static final int RECORDS = Integer.getInteger("hydrant.crash.records", 3_000);
  private static final int KILLS = Integer.getInteger("hydrant.crash.kills", 2);
  private static final Duration PATIENCE = Duration.ofSeconds(60 + RECORDS / 50);
  private static final int PRODUCERS = 2;
  private static final int BATCH = 20;

  /** The batches that are put while the node delivers once. */
  private static final int BATCHES_PER_ROUND = Math.max(2, RECORDS / 15 / BATCH);

  private static final int INVOCATIONS = 4;
  private static final String STREAM = "orders";

  private final Random random = new Random();
  private final AtomicInteger ids = new AtomicInteger();
  private final Semaphore batches = new Semaphore(0);
  private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();

  @Test
  void every_acknowledged_record_is_delivered_once_and_backed_up_once(@TempDir Path data)
      throws Exception {
    try (UnreliableFunction function = UnreliableFunction.start();
        NodeProcess node =
            new NodeProcess(
                data,
                0,
                Map.of("HYDRANT_LAMBDA_FUNCTIONS", "transform=" + function.endpoint()),
                line -> {})) {
      SdkClients aws = SdkClients.withoutRetries(node.start());
      aws.s3().createBucket(r -> r.bucket(BUCKET));
      ProcessedStream.create(aws, STREAM, BUCKET);
      for (int kill = 0; kill < KILLS; kill++) {
        int until = (RECORDS * (kill + 1)) / (KILLS + 1) + random.nextInt(RECORDS / 10);
        work(node, aws, until, function, () -> kill(node));
        aws = SdkClients.withoutRetries(node.start());
      }
      work(node, aws, RECORDS, function, () -> {});
      finish(node);
      check(DeliveredIds.of(aws.s3(), BUCKET), function);
      finish(node);
      check(DeliveredIds.of(aws.s3(), BUCKET), function);
    }
  }

  private static void kill(NodeProcess node) {
    try {
      node.kill();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Producers put and records are delivered, until so many are acknowledged and some processed. */
  private void work(
      NodeProcess node, SdkClients aws, int until, UnreliableFunction function, Runnable end)
      throws InterruptedException {
    int invocations = function.invocations() + INVOCATIONS;
    ExecutorService threads = Executors.newFixedThreadPool(PRODUCERS + 1);
    for (int i = 0; i < PRODUCERS; i++) {
      threads.execute(() -> produce(aws));
    }
    threads.execute(() -> deliver(node.endpoint()));
    await()
        .atMost(PATIENCE)
        .until(() -> acknowledged.size() >= until && function.invocations() >= invocations);
    end.run();
    threads.shutdownNow();
    assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private void produce(SdkClients aws) {
    while (isNextBatchDue()) {
      List<Integer> batch = new ArrayList<>();
      IntStream.range(0, BATCH).forEach(i -> batch.add(ids.incrementAndGet()));
      try {
        List<PutRecordBatchResponseEntry> answers = put(aws, batch);
        for (int i = 0; i < BATCH; i++) {
          if (answers.get(i).recordId() != null) {
            acknowledged.add(batch.get(i));
          }
        }
      } catch (SdkException e) {
        return; // The node is gone.
      }
    }
  }

  /** Returns false once this thread is no longer needed. */
  private boolean isNextBatchDue() {
    try {
      batches.acquire();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<PutRecordBatchResponseEntry> put(SdkClients aws, List<Integer> batch) {
    return aws.firehose()
        .putRecordBatch(
            r ->
                r.deliveryStreamName(STREAM)
                    .records(
                        batch.stream()
                            .map(id -> "{\"id\":" + id + ",\"customer\":" + id % 5 + "}\n")
                            .map(text -> Record.builder().data(SdkBytes.fromUtf8String(text)))
                            .map(Record.Builder::build)
                            .toList()))
        .requestResponses();
  }

  /** S3 fails now and then, the clock runs ahead, and all is flushed, until the node is gone. */
  private void deliver(URI node) {
    while (post(node, "faults", fault()) && post(node, "clock", "{\"advance\":\"PT61S\"}")) {
      batches.release(BATCHES_PER_ROUND);
      // The answer comes when all is delivered; the next round does not wait for it.
      post(node, "flush", "", Duration.ofSeconds(1));
    }
  }

  private static String fault() {
    return "{\"service\":\"s3\",\"operation\":\"PutObject\",\"by\":\"firehose\",\"times\":3,"
        + "\"error\":{\"code\":\"SlowDown\",\"message\":\"Reduce your request rate.\"}}";
  }

  private static boolean post(URI node, String route, String body) {
    return post(node, route, body, Duration.ofSeconds(30));
  }

  /** Returns whether the node answered in time. */
  private static boolean post(URI node, String route, String body, Duration patience) {
    try {
      HttpCalls.plain(
          HttpRequest.newBuilder(node.resolve("/_hydrant/" + route))
              .timeout(patience)
              .POST(BodyPublishers.ofString(body))
              .build());
      return !Thread.currentThread().isInterrupted();
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Everything that waits is delivered; S3 does not fail any more, the function does. */
  private static void finish(NodeProcess node) throws Exception {
    URI endpoint = node.endpoint();
    HttpCalls.plain(HttpRequest.newBuilder(endpoint.resolve("/_hydrant/faults")).DELETE().build());
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              post(endpoint, "clock", "{\"advance\":\"PT5M\"}");
              post(endpoint, "flush", "", Duration.ofSeconds(1));
              post(endpoint, "clock", "{\"advance\":\"PT5M\"}");
              return HttpCalls.plain(
                      HttpRequest.newBuilder(endpoint.resolve("/_hydrant/flush"))
                          .POST(BodyPublishers.noBody())
                          .build())
                  .body()
                  .replaceAll("\\s", "")
                  .equals("{\"streams\":[]}");
            });
  }

  private void check(DeliveredIds delivered, UnreliableFunction function) {
    assertThat(function.failures()).isPositive();
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(RECORDS).allMatch(id -> id <= ids.get());
    assertThat(delivered.backup().keySet()).containsAll(acknowledged);
    assertThat(acknowledged)
        .allMatch(id -> delivered.delivered(id) == 1 || function.dropped().contains(id));
    // Records whose put was not answered are there once or not at all.
    assertThat(delivered.backup().values()).containsOnly(1);
    assertThat(IntStream.rangeClosed(1, ids.get())).allMatch(id -> delivered.delivered(id) <= 1);
    assertThat(delivered.data().keySet())
        .noneMatch(id -> UnreliableFunction.drops(id) || UnreliableFunction.fails(id));
  }
}
