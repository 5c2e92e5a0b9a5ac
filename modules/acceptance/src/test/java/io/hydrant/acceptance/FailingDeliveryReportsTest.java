package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A delivery that fails is visible in the log, in the metrics and in the inspector. */
class FailingDeliveryReportsTest extends OneNode {
  private static final String RECORD = "a record that no log shows";

  private final LogLines log = new LogLines();

  @BeforeAll
  void listen() {
    log.keep();
  }

  @AfterAll
  void stopListening() {
    log.stopKeeping();
  }

  private String page(String path) {
    try {
      return http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/" + path))).body();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String streamToMissingBucket(String bucket, boolean logged) {
    String name = newName();
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(name)
                .extendedS3DestinationConfiguration(
                    s3 ->
                        s3.bucketARN("arn:aws:s3:::" + bucket)
                            .roleARN("arn:aws:iam::000000000000:role/firehose")
                            .bufferingHints(b -> b.intervalInSeconds(0).sizeInMBs(1))
                            .cloudWatchLoggingOptions(
                                c ->
                                    c.enabled(logged)
                                        .logGroupName("/aws/kinesisfirehose/" + name)
                                        .logStreamName("DestinationDelivery"))));
    awaitActive(name);
    return name;
  }

  private List<String> logged(String stream) {
    return log.lines().stream().filter(line -> line.contains("kinesisfirehose/" + stream)).toList();
  }

  private List<String> successes(String stream) {
    return page("metrics")
        .lines()
        .filter(line -> line.contains(stream) && line.contains("DeliveryToS3.Success"))
        .toList();
  }

  @Test
  void it_is_in_the_log_the_metrics_and_the_pages_until_it_succeeds() {
    String bucket = "missing-" + newName();
    String stream = streamToMissingBucket(bucket, true);
    String history = "streams/000000000000/us-east-1/" + stream;
    put(stream, RECORD);
    await().atMost(PATIENCE).until(() -> !logged(stream).isEmpty());
    assertThat(logged(stream).get(0))
        .isEqualTo(
            "WARN /aws/kinesisfirehose/"
                + stream
                + " DestinationDelivery"
                + " {\"deliveryStreamARN\":\"arn:aws:firehose:us-east-1:000000000000:deliverystream/"
                + stream
                + "\",\"destination\":\"arn:aws:s3:::"
                + bucket
                + "\",\"deliveryStreamVersionId\":\"1\",\"message\":\"There is no bucket "
                + bucket
                + "; create it and the records will be"
                + " delivered.\",\"errorCode\":\"S3.NoSuchBucket\"}");
    await().atMost(PATIENCE).until(() -> page(history).contains("Delivery fails</td>"));
    assertThat(page(history))
        .contains(
            "failed since ", "There is no bucket " + bucket, "buffer delivery attempt failed");
    assertThat(page("")).contains("failed since ");
    assertThat(successes(stream)).anyMatch(line -> line.contains("_sum{") && line.endsWith(" 0.0"));

    s3.createBucket(r -> r.bucket(bucket));
    advance(Duration.ofHours(1));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                successes(stream).stream()
                    .anyMatch(line -> line.contains("_sum{") && line.endsWith(" 1.0")));
    await().atMost(PATIENCE).until(() -> !page(history).contains("Delivery fails</td>"));
    assertThat(log.lines()).noneMatch(line -> line.contains(RECORD));
  }

  @Test
  void without_enabled_logging_only_the_node_s_own_words_are_in_the_log() {
    String stream = streamToMissingBucket("missing-" + newName(), false);
    put(stream, RECORD);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                log.lines().stream()
                    .anyMatch(line -> line.contains("Delivery of stream " + stream)));
    assertThat(logged(stream)).isEmpty();
  }
}
