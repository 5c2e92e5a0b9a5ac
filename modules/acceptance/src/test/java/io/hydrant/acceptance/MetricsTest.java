package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;

/** What a Prometheus server reads. */
class MetricsTest extends OneNode {
  private String metrics() throws Exception {
    HttpResponse<String> page =
        http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/metrics")));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    return page.body();
  }

  @Test
  void calls_kms_and_deliveries_are_counted_by_their_outcome() throws Exception {
    String stream = activeStream();
    encrypt(stream, newKey());
    firehose.putRecord(
        r -> r.deliveryStreamName(stream).record(x -> x.data(SdkBytes.fromUtf8String("one"))));
    assertThat(
            catchThrowable(
                () ->
                    firehose.putRecord(
                        r ->
                            r.deliveryStreamName("nobody")
                                .record(x -> x.data(SdkBytes.fromUtf8String("one"))))))
        .isInstanceOf(ResourceNotFoundException.class);
    await()
        .untilAsserted(
            () ->
                assertThat(metrics())
                    .containsPattern("hydrant_deliveries_total\\{outcome=\"OK\"} [1-9]"));
    assertThat(metrics())
        .containsPattern(
            "hydrant_api_calls_total\\{operation=\"PutRecord\",outcome=\"OK\",service=\"FIREHOSE\"}"
                + " [1-9]")
        .containsPattern(
            "hydrant_api_calls_total\\{operation=\"PutRecord\",outcome=\"ResourceNotFoundException\",service=\"FIREHOSE\"}"
                + " [1-9]")
        .containsPattern(
            "hydrant_api_call_duration_seconds_bucket\\{operation=\"PutRecord\",service=\"FIREHOSE\",le=\"10.0\"}"
                + " [1-9]")
        .containsPattern(
            "hydrant_kms_calls_total\\{operation=\"CreateGrant\",outcome=\"OK\"} [1-9]")
        .contains("jvm_memory_used_bytes");
    // Series by stream are few.
    assertThat(metrics().lines().filter(line -> line.contains(stream)))
        .isNotEmpty()
        .allMatch(
            line ->
                line.startsWith("hydrant_encryption_calls_left")
                    || line.startsWith("hydrant_firehose_metric"));
  }

  @Test
  void what_waits_in_buffers_and_how_long_follows_the_clock_of_the_rules() throws Exception {
    String stream = newName();
    create(stream, 900);
    await().until(() -> figure("hydrant_buffered_records") == 0);
    firehose.putRecord(
        r -> r.deliveryStreamName(stream).record(x -> x.data(SdkBytes.fromUtf8String("12345"))));
    assertThat(figure("hydrant_buffered_records")).isEqualTo(1);
    assertThat(figure("hydrant_buffered_bytes")).isEqualTo(5);
    advance(Duration.ofMinutes(10));
    assertThat(figure("hydrant_buffer_oldest_record_age_seconds")).isBetween(600.0, 660.0);
    advance(Duration.ofMinutes(5));
    await().until(() -> figure("hydrant_buffered_records") == 0);
    assertThat(figure("hydrant_buffer_oldest_record_age_seconds")).isZero();
  }

  @Test
  void budgets_entities_the_journal_and_the_cluster_are_told() throws Exception {
    String stream = activeStream();
    encrypt(stream, newKey());
    String left = "hydrant_encryption_calls_left{region=\"us-east-1\",stream=\"" + stream + "\"}";
    assertThat(figure(left)).isEqualTo(24);
    advance(Duration.ofHours(24));
    assertThat(metrics()).doesNotContain(left);
    assertThat(figure("hydrant_entities{kind=\"stream\"}")).isPositive();
    assertThat(figure("hydrant_journal_writes_total{kind=\"stream\",outcome=\"OK\"}")).isPositive();
    assertThat(figure("hydrant_journal_write_duration_seconds_count{kind=\"stream\"}"))
        .isPositive();
    assertThat(figure("hydrant_ready")).isEqualTo(1);
    assertThat(figure("hydrant_cluster_members{status=\"Up\"}")).isEqualTo(1);
    assertThat(figure("hydrant_cluster_unreachable_members")).isZero();
  }

  private double figure(String series) throws Exception {
    return metrics()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .findFirst()
        .map(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .orElseThrow(() -> new AssertionError("no " + series));
  }
}
