package io.hydrant.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The metrics of the entities of a node. */
class EntityMetricsTest {
  private static final String BUFFER = "000000000000/us-east-1/orders/1";

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final EntityMetrics metrics = new EntityMetrics(registry, () -> Instant.EPOCH);

  private double buffers() {
    return registry.scrape().stream()
        .filter(each -> each.getMetadata().getName().equals("hydrant_entities"))
        .flatMap(
            each ->
                each instanceof GaugeSnapshot gauge
                    ? gauge.getDataPoints().stream()
                    : Stream.empty())
        .filter(point -> "buffer".equals(point.getLabels().get("kind")))
        .mapToDouble(GaugeSnapshot.GaugeDataPointSnapshot::getValue)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_entity_counts_from_its_first_state_until_it_leaves() {
    metrics.lives("buffer", BUFFER, RecordBuffer.EMPTY);
    assertThat(buffers()).isEqualTo(1);
    metrics.left("buffer", BUFFER);
    assertThat(buffers()).isZero();
  }

  @Test
  void budgets_of_two_streams_of_one_name_have_one_series_that_of_the_scarcer_one() {
    Instant call = Instant.EPOCH;
    metrics.lives(
        "budget", "000000000000/us-east-1/orders/1", new EncryptionCallBudget(List.of(call)));
    metrics.lives(
        "budget",
        "111111111111/us-east-1/orders/1",
        new EncryptionCallBudget(List.of(call, call, call)));
    assertThat(new Scrape(registry).lines())
        .filteredOn(line -> line.startsWith("hydrant_encryption_calls_left"))
        .containsExactly(
            "hydrant_encryption_calls_left{region=\"us-east-1\",stream=\"orders\"} 22.0");
  }

  @Test
  void an_entity_that_was_ended_at_once_does_not_count_and_may_leave_late() {
    metrics.lives("buffer", BUFFER, RecordBuffer.EMPTY);
    metrics.allEntitiesStopped();
    assertThat(buffers()).isZero();
    metrics.left("buffer", BUFFER);
    metrics.left("stream", "never there");
    assertThat(buffers()).isZero();
  }
}
