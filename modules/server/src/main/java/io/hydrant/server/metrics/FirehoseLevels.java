package io.hydrant.server.metrics;

import io.hydrant.core.buffer.ActivePartitions;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.id.StreamId;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Firehose's metrics that are the state of a buffer, computed when the metrics are read. */
final class FirehoseLevels {
  /** More series than that would burden the collector. */
  static final int STREAMS_MAX = 100;

  private final Supplier<Map<String, Object>> buffers;
  private final Supplier<Instant> clock;

  /**
   * @param buffers supplies the buffers on this node, by their ids
   * @param clock the service's clock
   */
  FirehoseLevels(
      PrometheusRegistry registry, Supplier<Map<String, Object>> buffers, Supplier<Instant> clock) {
    this.buffers = buffers;
    this.clock = clock;
    GaugeWithCallback.builder()
        .name("hydrant_firehose_metric_now")
        .help(
            "Firehose's metrics of the present state, under AWS's names and in AWS's units; the "
                + STREAMS_MAX
                + " streams with the oldest records.")
        .labelNames("metric", "region", "stream")
        .callback(this::write)
        .register(registry);
  }

  private void write(GaugeWithCallback.Callback to) {
    Instant now = clock.get();
    stalest()
        .forEach(
            (stream, level) -> {
              write(to, stream, FirehoseMetric.DELIVERY_FRESHNESS, age(level.delivery(), now));
              if (level.backup().isPresent()) {
                write(to, stream, FirehoseMetric.BACKUP_FRESHNESS, age(level.backup(), now));
              }
              if (level.partitions() > 0) {
                write(to, stream, FirehoseMetric.PARTITIONS, (double) level.partitions());
                write(to, stream, FirehoseMetric.PARTITIONS_LIMIT, ActivePartitions.MAX);
              }
            });
  }

  private static void write(
      GaugeWithCallback.Callback to,
      StreamLabels.Labels stream,
      FirehoseMetric metric,
      double value) {
    to.call(value, metric.awsName(), stream.region(), stream.stream());
  }

  private static double age(Optional<Instant> oldest, Instant now) {
    return oldest.map(at -> Math.max(0, Duration.between(at, now).toMillis() / 1e3)).orElse(0.0);
  }

  /**
   * Returns the stalest buffers. A stream that was created again has two for a while, and streams
   * of two accounts can have one name; the stalest one of them counts.
   */
  private Map<StreamLabels.Labels, BufferLevel> stalest() {
    Map<StreamLabels.Labels, BufferLevel> levels = new LinkedHashMap<>();
    buffers.get().entrySet().stream()
        .map(each -> Map.entry(each.getKey(), BufferLevel.of((RecordBuffer) each.getValue())))
        .sorted(Comparator.comparing(each -> each.getValue().oldest().orElse(Instant.MAX)))
        .forEach(
            each -> {
              if (levels.size() < STREAMS_MAX) {
                levels.putIfAbsent(StreamLabels.own(StreamId.arn(each.getKey())), each.getValue());
              }
            });
    return levels;
  }
}
