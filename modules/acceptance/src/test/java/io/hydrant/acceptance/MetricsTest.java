package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

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
        .isNotNull();
    await()
        .untilAsserted(
            () ->
                assertThat(metrics())
                    .containsPattern("hydrant_deliveries_total\\{outcome=\"OK\"} [1-9]"));
    assertThat(metrics())
        .containsPattern(
            "hydrant_api_calls_total\\{operation=\"PutRecord\",outcome=\"OK\",service=\"FIREHOSE\"} [1-9]")
        .containsPattern(
            "hydrant_api_calls_total\\{operation=\"PutRecord\",outcome=\"ResourceNotFoundException\",service=\"FIREHOSE\"} [1-9]")
        .containsPattern(
            "hydrant_api_call_duration_seconds_bucket\\{operation=\"PutRecord\",service=\"FIREHOSE\",le=\"10.0\"} [1-9]")
        .containsPattern(
            "hydrant_kms_calls_total\\{operation=\"CreateGrant\",outcome=\"OK\"} [1-9]")
        .contains("jvm_memory_used_bytes")
        .doesNotContain(stream);
  }
}
