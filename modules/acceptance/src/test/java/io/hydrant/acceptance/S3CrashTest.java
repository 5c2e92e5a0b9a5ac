package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hydrant.cli.process.NodeProcess;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A node that serves S3 in a process of its own, killed by SIGKILL amid writes and deliveries. */
class S3CrashTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int KILLS = 3;
  private static final int WRITERS = 3;
  private static final String BUCKET = NodeStreams.BUCKET;
  private static final String STREAM = "orders";

  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicInteger records = new AtomicInteger();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final List<S3Writer> writers =
      IntStream.range(0, WRITERS)
          .mapToObj(i -> new S3Writer(BUCKET, "writer-" + i + "/", writes))
          .toList();

  @Test
  void what_was_acknowledged_is_whole_and_nothing_half_is_seen(@TempDir Path data)
      throws Exception {
    try (NodeProcess node = new NodeProcess(data)) {
      SdkClients aws = SdkClients.withoutRetries(node.start());
      aws.s3().createBucket(r -> r.bucket(BUCKET));
      NodeStreams.createStream(aws, STREAM);
      NodeStreams.awaitActive(aws, STREAM);
      for (int kill = 0; kill < KILLS; kill++) {
        workUntilKilled(node, aws);
        aws = SdkClients.withoutRetries(node.start());
        for (S3Writer writer : writers) {
          writer.check(aws.s3());
        }
        assertThat(delivered(aws)).allMatch(record -> record.matches("record-[0-9]+-end"));
      }
      SdkClients last = aws;
      await().atMost(PATIENCE).until(() -> delivered(last).containsAll(acknowledged));
      assertThat(acknowledged).hasSizeGreaterThan(KILLS);
      deleteAll(last);
      // What nothing names any more is not on the disk either.
      assertThat(S3Folder.files(data)).isEmpty();
    }
  }

  /** Writers of objects and a producer of records work; the node dies in the middle. */
  private void workUntilKilled(NodeProcess node, SdkClients aws) throws InterruptedException {
    int until = writes.get() + 5 + new Random().nextInt(40);
    int recordsBefore = acknowledged.size();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
    writers.forEach(writer -> threads.execute(() -> writer.writeUntilGone(aws.s3())));
    threads.execute(() -> produceUntilGone(aws));
    await()
        .atMost(PATIENCE)
        .until(() -> writes.get() >= until && acknowledged.size() > recordsBefore);
    node.kill();
    threads.shutdownNow();
    assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private void produceUntilGone(SdkClients aws) {
    while (!Thread.currentThread().isInterrupted()) {
      String record = "record-" + records.incrementAndGet() + "-end";
      try {
        NodeStreams.put(aws, STREAM, record);
        acknowledged.add(record);
      } catch (SdkException | UncheckedIOException e) {
        return; // The node is gone.
      }
    }
  }

  private static List<String> delivered(SdkClients aws) {
    List<String> records = new ArrayList<>();
    for (S3Object object :
        aws.s3().listObjectsV2Paginator(r -> r.bucket(BUCKET).prefix(STREAM + "/")).contents()) {
      String text =
          aws.s3().getObjectAsBytes(r -> r.bucket(BUCKET).key(object.key())).asUtf8String();
      assertThat(text).endsWith("\n");
      text.lines().forEach(records::add);
    }
    return records;
  }

  private static void deleteAll(SdkClients aws) {
    aws.firehose().deleteDeliveryStream(r -> r.deliveryStreamName(STREAM));
    for (S3Object object : aws.s3().listObjectsV2Paginator(r -> r.bucket(BUCKET)).contents()) {
      aws.s3().deleteObject(r -> r.bucket(BUCKET).key(object.key()));
    }
    for (MultipartUpload upload :
        aws.s3().listMultipartUploadsPaginator(r -> r.bucket(BUCKET)).uploads()) {
      aws.s3()
          .abortMultipartUpload(
              r -> r.bucket(BUCKET).key(upload.key()).uploadId(upload.uploadId()));
    }
  }
}
