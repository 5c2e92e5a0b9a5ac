package io.hydrant.server.metrics;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.buffer.BufferSummary;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.QuotaLimits;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Metrics of the entities on this node: what they write, what their buffers hold, what is left of
 * their budgets. The figures are computed when the metrics are read.
 */
final class EntityMetrics {
  private static final String BUFFER = EntityTypes.BUFFER.name();
  private static final String BUDGET = EntityTypes.BUDGET.name();

  /** More series than that would burden the collector. */
  private static final int BUDGETS_MAX = 100;

  private final Supplier<Instant> clock;
  private final Map<String, Map<String, Object>> living = new ConcurrentHashMap<>();
  private final Counter writes;
  private final Histogram writeSeconds;

  /**
   * @param clock the service's clock, which the rules use
   */
  EntityMetrics(PrometheusRegistry registry, Supplier<Instant> clock) {
    this.clock = clock;
    this.writes =
        Counter.builder()
            .name("hydrant_journal_writes_total")
            .help("Writes to the journal, by the kind of entity; OK or Failed.")
            .labelNames("kind", "outcome")
            .register(registry);
    this.writeSeconds =
        Seconds.histogram("hydrant_journal_write_duration_seconds")
            .help("How long the journal took to store the events of a command.")
            .labelNames("kind")
            .register(registry);
    GaugeWithCallback.builder()
        .name("hydrant_entities")
        .help("Entities that live on this node, by kind.")
        .labelNames("kind")
        .callback(to -> living.forEach((kind, entities) -> to.call(entities.size(), kind)))
        .register(registry);
    buffered(registry, "records", "Records that wait for delivery.", BufferSummary::records);
    buffered(registry, "bytes", "Their data.", BufferSummary::bytes);
    GaugeWithCallback.builder()
        .name("hydrant_buffer_oldest_record_age_seconds")
        .help("How long the oldest record waits for delivery; 0 where none does.")
        .callback(to -> to.call(oldestAge()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("hydrant_encryption_calls_left")
        .help(
            "Starts and stops of encryption left of 25 in 24 hours; streams that have used some,"
                + " the scarcest "
                + BUDGETS_MAX
                + ".")
        .labelNames("region", "stream")
        .callback(
            to -> scarcest().forEach(each -> to.call(each.left(), each.region(), each.stream())))
        .register(registry);
  }

  private void buffered(
      PrometheusRegistry registry, String what, String help, ToDoubleFunction<BufferSummary> of) {
    GaugeWithCallback.builder()
        .name("hydrant_buffered_" + what)
        .help(help)
        .callback(to -> to.call(buffers().stream().mapToDouble(of).sum()))
        .register(registry);
  }

  void lives(String kind, String entityId, Object state) {
    living.computeIfAbsent(kind, any -> new ConcurrentHashMap<>()).put(entityId, state);
  }

  void left(String kind, String entityId) {
    Optional.ofNullable(living.get(kind)).ifPresent(entities -> entities.remove(entityId));
  }

  /** Forgets all entities, also those that stopped without a report. */
  void allEntitiesStopped() {
    living.values().forEach(Map::clear);
  }

  void written(String kind, boolean stored, long nanos) {
    writes.labelValues(kind, stored ? "OK" : "Failed").inc();
    writeSeconds.labelValues(kind).observe(Seconds.of(nanos));
  }

  /** Returns the states of the buffers, by their ids. */
  Map<String, Object> buffersById() {
    return living.getOrDefault(BUFFER, Map.of());
  }

  private List<BufferSummary> buffers() {
    return buffersById().values().stream()
        .map(state -> BufferSummary.of((RecordBuffer) state))
        .toList();
  }

  private double oldestAge() {
    Instant now = clock.get();
    return buffers().stream()
        .flatMap(buffer -> buffer.oldest().stream())
        .min(Comparator.naturalOrder())
        .map(oldest -> Duration.between(oldest, now).toMillis() / 1e3)
        .orElse(0.0);
  }

  private record Budget(String region, String stream, int left) {
    String labels() {
      return region + "/" + stream;
    }
  }

  /**
   * Returns the scarcest budgets. Streams of two accounts can have one name, and so can a deleted
   * stream and a new one; the scarcest one of them counts.
   */
  private List<Budget> scarcest() {
    Instant now = clock.get();
    return living.getOrDefault(BUDGET, Map.of()).entrySet().stream()
        .map(
            entity -> {
              var stream = StreamId.arn(entity.getKey());
              int left = ((EncryptionCallBudget) entity.getValue()).left(now);
              return new Budget(stream.region(), stream.name().value(), left);
            })
        .filter(budget -> budget.left() < QuotaLimits.ENCRYPTION_CALLS_MAX)
        .sorted(Comparator.comparingInt(Budget::left))
        .collect(
            Collectors.toMap(
                Budget::labels, Function.identity(), (first, other) -> first, LinkedHashMap::new))
        .values()
        .stream()
        .limit(BUDGETS_MAX)
        .toList();
  }
}
