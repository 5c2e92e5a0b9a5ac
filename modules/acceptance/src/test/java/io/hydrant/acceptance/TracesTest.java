package io.hydrant.acceptance;

import static io.hydrant.acceptance.SpanCollector.attribute;
import static io.hydrant.acceptance.SpanCollector.hex;
import static io.hydrant.acceptance.SpanCollector.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.model.PutRecordResponse;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;

/** What a collector of traces receives of a node's calls. */
class TracesTest extends OneNode {
  private static final String PARENT_SPAN = "00f067aa0ba902b7";
  private final SpanCollector collector = new SpanCollector();

  @Override
  Map<String, Object> settings() {
    return Map.of("hydrant.traces.endpoint", collector.endpoint().toString());
  }

  @AfterAll
  void stopCollector() {
    collector.close();
  }

  private static String newTrace() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private PutRecordResponse put(String stream, String data, String traceparent) {
    return firehose.putRecord(
        r ->
            r.deliveryStreamName(stream)
                .record(b -> b.data(SdkBytes.fromUtf8String(data)))
                .overrideConfiguration(o -> o.putHeader("traceparent", traceparent)));
  }

  /** The span of that name, once it has come. */
  private Span awaitSpan(String trace, String name) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(named(collector.ofTrace(trace), name)).isPresent());
    return named(collector.ofTrace(trace), name).orElseThrow();
  }

  @Test
  void a_put_is_a_span_below_its_callers_and_above_its_calls_to_kms_and_its_write() {
    String stream = activeStream();
    String key = newKey();
    encrypt(stream, key);
    String trace = newTrace();
    PutRecordResponse put =
        put(stream, "one record's secret", "00-" + trace + "-" + PARENT_SPAN + "-01");
    Span call = awaitSpan(trace, "Firehose.PutRecord");
    assertThat(call.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
    assertThat(hex(call.getParentSpanId())).isEqualTo(PARENT_SPAN);
    assertThat(attribute(call, "rpc.system")).isEqualTo("aws-api");
    assertThat(attribute(call, "rpc.service")).isEqualTo("Firehose");
    assertThat(attribute(call, "rpc.method")).isEqualTo("PutRecord");
    assertThat(attribute(call, "aws.request_id")).isEqualTo(put.responseMetadata().requestId());
    assertThat(attribute(call, "hydrant.stream")).isEqualTo(stream);
    assertThat(attribute(call, "hydrant.outcome")).isEqualTo("OK");
    for (String name : List.of("KMS.CallerPermissions", "KMS.Decrypt", "journal write")) {
      Span child = awaitSpan(trace, name);
      assertThat(child.getParentSpanId()).as(name).isEqualTo(call.getSpanId());
      assertThat(attribute(child, "hydrant.outcome")).isEqualTo("OK");
    }
    Span decrypt = awaitSpan(trace, "KMS.Decrypt");
    assertThat(decrypt.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
    assertThat(attribute(decrypt, "hydrant.key")).isEqualTo(key);
    assertThat(attribute(decrypt, "hydrant.stream")).endsWith("deliverystream/" + stream);
    awaitDelivered(stream, "one record's secret");
    awaitDelivery(stream);
    assertThat(collector.all()).doesNotContain("secret");
  }

  /** A trace of its own: records of many calls leave together. */
  private void awaitDelivery(String stream) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                collector.spans().stream()
                    .filter(span -> span.getName().equals("Firehose delivery"))
                    .filter(span -> attribute(span, "hydrant.stream").endsWith(stream))
                    .anyMatch(
                        delivery -> {
                          List<Span> own = collector.ofTrace(hex(delivery.getTraceId()));
                          assertThat(delivery.getParentSpanId().isEmpty()).isTrue();
                          return List.of("KMS.Decrypt", "S3.PutObject").stream()
                              .allMatch(
                                  name ->
                                      named(own, name)
                                          .filter(
                                              span ->
                                                  span.getParentSpanId()
                                                      .equals(delivery.getSpanId()))
                                          .isPresent());
                        }));
  }

  @Test
  void what_a_start_of_encryption_leads_to_afterwards_is_part_of_its_trace() {
    String stream = activeStream();
    String key = newKey();
    String trace = newTrace();
    firehose.startDeliveryStreamEncryption(
        r ->
            r.deliveryStreamName(stream)
                .deliveryStreamEncryptionConfigurationInput(
                    c -> c.keyType("CUSTOMER_MANAGED_CMK").keyARN(key))
                .overrideConfiguration(
                    o -> o.putHeader("traceparent", "00-" + trace + "-" + PARENT_SPAN + "-01")));
    Span call = awaitSpan(trace, "Firehose.StartDeliveryStreamEncryption");
    for (String name : List.of("KMS.DescribeKey", "KMS.CreateGrant", "KMS.GenerateDataKey")) {
      assertThat(awaitSpan(trace, name).getParentSpanId()).as(name).isEqualTo(call.getSpanId());
    }
  }

  @Test
  void a_refused_call_tells_its_error() {
    String trace = newTrace();
    assertThat(
            catchThrowable(
                () -> put("nobody", "secret", "00-" + trace + "-" + PARENT_SPAN + "-01")))
        .isInstanceOf(ResourceNotFoundException.class);
    Span call = awaitSpan(trace, "Firehose.PutRecord");
    assertThat(attribute(call, "error.type")).isEqualTo("ResourceNotFoundException");
  }

  @Test
  void a_call_whose_caller_does_not_want_it_traced_is_not() {
    String stream = activeStream();
    String silent = newTrace();
    String traced = newTrace();
    put(stream, "one", "00-" + silent + "-" + PARENT_SPAN + "-00");
    put(stream, "two", "00-" + traced + "-" + PARENT_SPAN + "-01");
    awaitSpan(traced, "Firehose.PutRecord");
    assertThat(collector.ofTrace(silent)).isEmpty();
  }

  @Test
  void a_wrong_traceparent_begins_a_trace_of_its_own() {
    String stream = activeStream();
    String id = put(stream, "one", "not-a-trace").responseMetadata().requestId();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                collector.spans().stream()
                    .filter(span -> attribute(span, "aws.request_id").equals(id))
                    .anyMatch(span -> span.getParentSpanId().isEmpty()));
  }
}
