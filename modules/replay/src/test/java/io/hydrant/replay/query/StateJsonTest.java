package io.hydrant.replay.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.Batch;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.buffer.DeliveryFailure;
import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.ProcessedRecords;
import io.hydrant.core.buffer.ProcessingEvent;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.buffer.S3ObjectLocation;
import io.hydrant.core.buffer.StagedRecords;
import io.hydrant.core.entity.EntityType;
import io.hydrant.core.id.Bytes;
import io.hydrant.replay.projection.StateFold;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The state of each type of entity has a JSON form; a new type does not pass for nothing. */
class StateJsonTest {
  private static String untouched(EntityType<?, ?> type) {
    String entity = type.persistenceId("000000000000/us-east-1/orders");
    return StateJson.of(entity, StateFold.of(entity).orElseThrow().state(), Instant.EPOCH)
        .toString();
  }

  @Test
  void every_type_of_entity_has_its_own() {
    Map<String, String> shown = new TreeMap<>();
    EntityTypes.ALL.forEach(type -> shown.put(type.name(), untouched(type)));
    assertThat(shown.get("key")).isEqualTo("{\"Exists\":false}");
    assertThat(shown.get("stream")).contains("ResourceNotFoundException");
    assertThat(shown.get("budget")).contains("\"CallsLeft\":25");
    assertThat(shown.get("buffer")).contains("\"Records\":0");
    assertThat(shown.get("stream-directory")).isEqualTo("{\"DeliveryStreamNames\":[]}");
    assertThat(shown.get("key-directory")).isEqualTo("{\"Keys\":[],\"Aliases\":[]}");
    assertThat(shown.get("key-stream-quota")).isEqualTo("{\"Streams\":[]}");
    assertThat(shown).hasSize(7);
  }

  /** A buffer with one processed record, whose delivery has failed twice. */
  private static RecordBuffer failing() {
    BufferingPolicy policy = new BufferingPolicy(1024, 60);
    Bytes record = Bytes.ofUtf8("abc");
    OutputPlace place = OutputPlace.errors("processing-failed");
    long first = StagedRecords.FIRST_POSITION;
    return Stream.of(
            new BufferEvent.RecordsAppended(
                Instant.EPOCH,
                new AppendedRecords(Instant.EPOCH, 0, 0, List.of(record), 3),
                policy),
            new ProcessingEvent.RecordsProcessed(
                Instant.EPOCH,
                1,
                List.of(
                    new ProcessedRecords(
                        place,
                        policy,
                        new AppendedRecords(Instant.EPOCH, first, 0, List.of(record), 3)))),
            new BufferEvent.BatchPlanned(
                Instant.EPOCH,
                new Batch(
                    1,
                    first + 1,
                    new S3ObjectLocation("bucket", "key", "GZIP"),
                    Instant.EPOCH,
                    Optional.of(place),
                    Optional.empty())),
            new BufferEvent.DeliveryAttemptFailed(
                Instant.EPOCH,
                1,
                new DeliveryFailure(
                    Instant.EPOCH, 2, Instant.ofEpochSecond(30), "There is no bucket.")))
        .reduce(RecordBuffer.EMPTY, (buffer, event) -> event.evolve(buffer), (one, other) -> other);
  }

  @Test
  void a_buffer_shows_its_processed_records_by_place_and_what_fails() {
    assertThat(StateJson.of("buffer|x", failing(), Instant.EPOCH).toString())
        .contains(
            "\"Failure\":{\"Since\":\"1970-01-01T00:00:00Z\",\"FailedAttempts\":2,"
                + "\"NextAttempt\":\"1970-01-01T00:00:30Z\",\"Reason\":\"There is no bucket.\"}",
            "\"ProcessedRecords\":[{\"Place\":\"processing-failed\",\"Records\":1,\"Bytes\":3}]");
  }

  @Test
  void a_summary_of_a_buffer_says_what_fails() {
    assertThat(
            StateSummary.of(new State("buffer|x", 4, 4, Instant.EPOCH, Instant.EPOCH, failing())))
        .isEqualTo(
            "1 record held, 2 attempts failed since 1970-01-01 00:00:00.000, next at 1970-01-01"
                + " 00:00:30.000: There is no bucket.");
  }

  @Test
  void a_state_of_an_unknown_type_is_an_error() {
    assertThatThrownBy(() -> StateJson.of("x|y", "some state", Instant.EPOCH))
        .hasMessageContaining("there is no JSON for java.lang.String");
  }
}
