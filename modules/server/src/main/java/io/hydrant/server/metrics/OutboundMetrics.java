package io.hydrant.server.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** Counts and times what the node calls itself: KMS and S3. */
final class OutboundMetrics {
  private final Outcomes outcomes;
  private final Counter kmsCalls;
  private final Histogram kmsSeconds;
  private final Counter objects;
  private final Counter objectBytes;
  private final Histogram objectSeconds;

  OutboundMetrics(PrometheusRegistry registry, Outcomes outcomes) {
    this.outcomes = outcomes;
    this.kmsCalls =
        Counter.builder()
            .name("hydrant_kms_calls_total")
            .help("Calls of Firehose to KMS, by their outcome: OK, the error's code or NoAnswer.")
            .labelNames("operation", "outcome")
            .register(registry);
    this.kmsSeconds =
        Seconds.histogram("hydrant_kms_call_duration_seconds")
            .help("How long KMS took to answer Firehose.")
            .labelNames("operation")
            .register(registry);
    this.objects =
        Counter.builder()
            .name("hydrant_deliveries_total")
            .help("Objects written to S3, and those that failed and are tried again.")
            .labelNames("outcome")
            .register(registry);
    this.objectBytes =
        Counter.builder()
            .name("hydrant_delivered_bytes_total")
            .help("Bytes of the objects that were written.")
            .register(registry);
    this.objectSeconds =
        Seconds.histogram("hydrant_delivery_duration_seconds")
            .help("How long S3 took to take an object.")
            .register(registry);
  }

  void kmsCall(String operation, String outcome, long nanos) {
    kmsCalls.labelValues(operation, outcomes.of(outcome)).inc();
    kmsSeconds.labelValues(operation).observe(Seconds.of(nanos));
  }

  void objectWritten(String outcome, long bytes, long nanos) {
    objects.labelValues(outcome).inc();
    if (outcome.equals("OK")) {
      objectBytes.inc(bytes);
    }
    objectSeconds.observe(Seconds.of(nanos));
  }
}
