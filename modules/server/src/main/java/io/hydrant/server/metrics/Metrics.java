package io.hydrant.server.metrics;

import io.hydrant.http.AdminPages;
import io.hydrant.http.CallMeter;
import io.hydrant.runtime.meter.Meters;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** What the node does, in Prometheus's form at {@code /_hydrant/metrics}. */
public final class Metrics implements CallMeter, Meters, AdminPages {
  private static final String PATH = "/_hydrant/metrics";
  private static final double NANOS = 1e9;

  /** Of a call, in seconds: from what a read takes to what a client gives up after. */
  private static final double[] SECONDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter calls =
      Counter.builder()
          .name("hydrant_api_calls_total")
          .help("Calls that were answered, by what was answered: OK or the error's code.")
          .labelNames("service", "operation", "outcome")
          .register(registry);
  private final Histogram callSeconds =
      Histogram.builder()
          .name("hydrant_api_call_duration_seconds")
          .help("How long a call took, from the parsed request to the answer.")
          .labelNames("service", "operation")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);
  private final Counter kmsCalls =
      Counter.builder()
          .name("hydrant_kms_calls_total")
          .help("Calls of Firehose to KMS, by their outcome: OK, the error's code or NoAnswer.")
          .labelNames("operation", "outcome")
          .register(registry);
  private final Histogram kmsSeconds =
      Histogram.builder()
          .name("hydrant_kms_call_duration_seconds")
          .help("How long KMS took to answer Firehose.")
          .labelNames("operation")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);
  private final Counter objects =
      Counter.builder()
          .name("hydrant_deliveries_total")
          .help("Objects written to S3, and those that failed and are tried again.")
          .labelNames("outcome")
          .register(registry);
  private final Counter objectBytes =
      Counter.builder()
          .name("hydrant_delivered_bytes_total")
          .help("Bytes of the objects that were written.")
          .register(registry);
  private final Histogram objectSeconds =
      Histogram.builder()
          .name("hydrant_delivery_duration_seconds")
          .help("How long S3 took to take an object.")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);

  public Metrics() {
    JvmMetrics.builder().register(registry);
  }

  @Override
  public void answered(String service, String operation, String outcome, long nanos) {
    calls.labelValues(service, operation, outcome).inc();
    callSeconds.labelValues(service, operation).observe(nanos / NANOS);
  }

  @Override
  public void kmsCall(String operation, String outcome, long nanos) {
    kmsCalls.labelValues(operation, outcome).inc();
    kmsSeconds.labelValues(operation).observe(nanos / NANOS);
  }

  @Override
  public void objectWritten(String outcome, long bytes, long nanos) {
    objects.labelValues(outcome).inc();
    if (outcome.equals("OK")) {
      objectBytes.inc(bytes);
    }
    objectSeconds.observe(nanos / NANOS);
  }

  @Override
  public Optional<CompletionStage<HttpResponse>> page(HttpRequest request) {
    return request.getUri().path().equals(PATH)
        ? Optional.of(CompletableFuture.completedFuture(answer()))
        : Optional.empty();
  }

  private HttpResponse answer() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HttpResponse.create()
        .withEntity(
            HttpEntities.create(
                ContentTypes.parse("text/plain; version=0.0.4; charset=utf-8"),
                text.toByteArray()));
  }
}
