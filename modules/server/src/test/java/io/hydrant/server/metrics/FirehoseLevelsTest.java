package io.hydrant.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.ProcessedRecords;
import io.hydrant.core.buffer.ProcessingEvent;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.buffer.StagedRecords;
import io.hydrant.core.id.Bytes;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The state of buffers under the names that Firehose has in CloudWatch. */
class FirehoseLevelsTest {
  private static final BufferingPolicy POLICY = new BufferingPolicy(1024, 60);
  private static final Instant NOW = Instant.ofEpochSecond(100);

  private final Map<String, Object> buffers = new TreeMap<>();
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final FirehoseLevels levels = new FirehoseLevels(registry, () -> buffers, () -> NOW);

  private List<String> shown() {
    assertThat(levels).isNotNull();
    return new Scrape(registry)
        .lines().stream()
            .map(line -> line.replace("hydrant_firehose_metric_now{metric=", ""))
            .map(line -> line.replace("\"", "").replace("region=us-east-1,stream=", ""))
            .toList();
  }

  private static AppendedRecords chunk(long second, long position) {
    return new AppendedRecords(
        Instant.ofEpochSecond(second), position, 0, List.of(Bytes.ofUtf8("a")), 1);
  }

  private static RecordBuffer put(long second) {
    return new BufferEvent.RecordsAppended(NOW, chunk(second, 0), POLICY)
        .evolve(RecordBuffer.EMPTY);
  }

  private static ProcessedRecords made(OutputPlace place, long second, long position) {
    return new ProcessedRecords(
        place, POLICY, chunk(second, StagedRecords.FIRST_POSITION + position));
  }

  private static RecordBuffer processed(List<ProcessedRecords> made) {
    return new ProcessingEvent.RecordsProcessed(NOW, 1, made).evolve(put(10));
  }

  @Test
  void the_age_of_the_oldest_record_is_that_of_now() {
    buffers.put("000000000000/us-east-1/orders/1", put(40));
    buffers.put("000000000000/us-east-1/quiet/1", RecordBuffer.EMPTY);
    assertThat(shown())
        .containsExactly(
            "DeliveryToS3.DataFreshness,orders} 60.0", "DeliveryToS3.DataFreshness,quiet} 0.0");
  }

  @Test
  void a_backup_and_partitions_have_figures_of_their_own() {
    buffers.put(
        "000000000000/us-east-1/orders/1",
        processed(
            List.of(
                made(OutputPlace.data(Map.of("k", "a"), Map.of()), 70, 0),
                made(OutputPlace.data(Map.of("k", "b"), Map.of()), 80, 1),
                made(OutputPlace.errors("processing-failed"), 75, 2),
                made(OutputPlace.backup(), 20, 3))));
    assertThat(shown())
        .containsExactlyInAnyOrder(
            "DeliveryToS3.DataFreshness,orders} 30.0",
            "BackupToS3.DataFreshness,orders} 80.0",
            "PartitionCount,orders} 2.0",
            "ActivePartitionsLimit,orders} 500.0");
  }

  @Test
  void two_buffers_of_one_name_have_one_series_that_of_the_staler_one() {
    buffers.put("000000000000/us-east-1/orders/1", put(30));
    buffers.put("000000000000/us-east-1/orders/2", put(90));
    buffers.put("111111111111/us-east-1/orders/1", put(50));
    assertThat(shown()).containsExactly("DeliveryToS3.DataFreshness,orders} 70.0");
  }

  @Test
  void only_the_stalest_buffers_are_shown() {
    for (int second = 0; second < FirehoseLevels.STREAMS_MAX + 5; second++) {
      buffers.put("000000000000/us-east-1/stream-" + second + "/1", put(second));
    }
    assertThat(shown())
        .hasSize(FirehoseLevels.STREAMS_MAX)
        .contains("DeliveryToS3.DataFreshness,stream-0} 100.0")
        .noneMatch(line -> line.contains(",stream-104}"));
  }
}
