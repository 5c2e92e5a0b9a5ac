package io.hydrant.replay.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.Batch;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.buffer.DeliveryFailure;
import io.hydrant.core.buffer.FailedProcessing;
import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.ProcessedRecords;
import io.hydrant.core.buffer.ProcessingEvent;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.buffer.S3ObjectLocation;
import io.hydrant.core.buffer.StagedRecords;
import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the page of a stream says about its deliveries. */
class DeliveryMomentTest {
  private static final Instant AT = Instant.EPOCH;
  private static final BufferingPolicy POLICY = new BufferingPolicy(1024, 60);
  private static final OutputPlace ERRORS = OutputPlace.errors("processing-failed");
  private static final long FIRST = StagedRecords.FIRST_POSITION;

  private final List<BufferEvent> events = new ArrayList<>();

  private Map<String, String> facts() {
    DeliveryMoment moment = new DeliveryMoment();
    for (BufferEvent event : events) {
      moment = event.accept(moment);
    }
    return moment.facts();
  }

  private static AppendedRecords chunk(long position, int records) {
    return new AppendedRecords(
        AT, position, 0, Collections.nCopies(records, Bytes.ofUtf8("a")), records);
  }

  private static ProcessedRecords made(OutputPlace place, long position, int records) {
    return new ProcessedRecords(place, POLICY, chunk(FIRST + position, records));
  }

  private void process() {
    events.add(new BufferEvent.RecordsAppended(AT, chunk(0, 5), POLICY));
    events.add(
        new ProcessingEvent.RecordsProcessed(
            AT,
            5,
            List.of(
                made(OutputPlace.data(Map.of("k", "a"), Map.of()), 0, 2),
                made(OutputPlace.data(Map.of("k", "b"), Map.of()), 2, 1),
                made(ERRORS, 3, 2),
                made(OutputPlace.backup(), 5, 5))));
  }

  private void plan(long number, OutputPlace place, long end) {
    events.add(
        new BufferEvent.BatchPlanned(
            AT,
            new Batch(
                number,
                FIRST + end,
                new S3ObjectLocation("bucket", "key", "GZIP"),
                AT,
                Optional.of(place),
                Optional.empty())));
  }

  private static DeliveryFailure failure(int attempts, String reason) {
    return new DeliveryFailure(AT, attempts, AT.plusSeconds(30), reason);
  }

  private static String words(String attempts, String reason) {
    return attempts
        + " failed since 1970-01-01 00:00:00.000, next at 1970-01-01 00:00:30.000: "
        + reason;
  }

  @Test
  void processed_records_are_counted_by_place_until_they_are_delivered() {
    process();
    assertThat(facts())
        .isEqualTo(
            Map.of(
                "Processed records for partitions", "3",
                "Processed records for processing-failed", "2",
                "Processed records for the backup", "5"));
    plan(1, ERRORS, 5);
    assertThat(facts()).containsEntry("Processed records for processing-failed", "2");
    events.add(new BufferEvent.BatchDelivered(AT, 1));
    assertThat(facts()).doesNotContainKey("Processed records for processing-failed").hasSize(2);
  }

  @Test
  void a_failed_processing_is_shown_until_it_succeeds_or_is_given_up() {
    events.add(
        new ProcessingEvent.ProcessingAttemptFailed(
            AT, new FailedProcessing(5, 1, failure(1, "There is no function."))));
    assertThat(facts())
        .isEqualTo(Map.of("Processing fails", words("1 attempt", "There is no function.")));
    events.add(new ProcessingEvent.ProcessingGivenUp(AT, 5, 5, "There is no function."));
    assertThat(facts()).isEmpty();
  }

  @Test
  void a_failed_delivery_is_shown_until_it_succeeds_or_is_given_up() {
    events.add(new BufferEvent.DeliveryAttemptFailed(AT, 1, failure(2, "There is no bucket.")));
    assertThat(facts())
        .isEqualTo(Map.of("Delivery fails", words("2 attempts", "There is no bucket.")));
    events.add(new BufferEvent.DeliveryAttemptFailed(AT, 2, failure(9, "There is no key.")));
    assertThat(facts())
        .isEqualTo(Map.of("Delivery of 2 objects fails", words("9 attempts", "There is no key.")));
    events.add(new BufferEvent.DeliveryGivenUp(AT, 2, 1, 9, "There is no key."));
    events.add(new BufferEvent.BatchDelivered(AT, 1));
    assertThat(facts()).isEmpty();
  }

  @Test
  void a_snapshot_says_the_same_as_the_events_before_it() {
    process();
    plan(1, ERRORS, 5);
    events.add(new BufferEvent.DeliveryAttemptFailed(AT, 1, failure(2, "There is no bucket.")));
    events.add(new BufferEvent.RecordsAppended(AT, chunk(5, 1), POLICY));
    events.add(
        new ProcessingEvent.ProcessingAttemptFailed(
            AT, new FailedProcessing(6, 1, failure(1, "There is no function."))));
    RecordBuffer buffer = RecordBuffer.EMPTY;
    for (BufferEvent event : events) {
      buffer = event.evolve(buffer);
    }
    Map<String, String> before = facts();
    assertThat(before).hasSize(5);
    events.clear();
    events.add(new BufferEvent.BufferSnapshotTaken(AT, buffer));
    assertThat(facts()).isEqualTo(before);
    events.add(new BufferEvent.BatchDelivered(AT, 1));
    assertThat(facts()).hasSize(3);
  }

  @Test
  void nothing_waits_or_fails_after_the_records_were_discarded() {
    process();
    plan(1, ERRORS, 5);
    events.add(new BufferEvent.DeliveryAttemptFailed(AT, 1, failure(2, "There is no bucket.")));
    events.add(new BufferEvent.RecordsDiscarded(AT, 5));
    assertThat(facts()).isEmpty();
  }
}
