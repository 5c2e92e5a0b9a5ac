package io.hydrant.replay.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.stream.EncryptionEvent;
import io.hydrant.core.stream.FailureDescription;
import io.hydrant.core.stream.FailureType;
import io.hydrant.replay.MemoryJournal;
import io.hydrant.replay.SampleJournal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordTraceTest {
  private final MemoryJournal night = SampleJournal.journal();

  private String why(long position) {
    return String.join("\n", RecordTrace.tell(night, SampleJournal.STREAM, position));
  }

  @Test
  void a_delivered_record_is_followed_into_its_object_with_its_key() {
    assertThat(why(2))
        .isEqualTo(
            """
            Record 2 of buffer|000000000000/us-east-1/orders/1:
              2026-11-23 22:00:20.000  accepted and stored encrypted under key epoch 1 (event 2)
              2026-11-23 22:01:05.000  became part of batch 1, s3://bucket/orders-1 (GZIP) (event 3)
              2026-11-23 22:02:00.000  delivered (event 4)
            When it arrived, the stream's encryption was ENABLED.
            Key epoch 1 is of arn:aws:kms:us-east-1:000000000000:key/key-1.""");
  }

  @Test
  void a_record_that_came_before_the_key_was_kept_as_it_came() {
    assertThat(why(0))
        .contains("accepted and stored unencrypted", "encryption was DISABLED.")
        .doesNotContain("Key epoch");
  }

  @Test
  void a_record_waits_for_its_delivery_or_for_its_key() {
    assertThat(why(3)).endsWith("It waits for its delivery.");
    night.with(
        SampleJournal.STREAM,
        new EncryptionEvent.DeliverySuspended(
            SampleJournal.at(140),
            new FailureDescription(FailureType.DISABLED_KMS_KEY, "It is disabled.")));
    assertThat(why(3)).endsWith("It waits, since KMS does not open its key: It is disabled.");
  }

  @Test
  void a_record_that_was_given_up_does_not_wait() {
    night.with(SampleJournal.BUFFER, new BufferEvent.RecordsDiscarded(SampleJournal.at(150), 1));
    assertThat(why(3)).contains("given up").doesNotContain("waits");
  }

  @Test
  void of_a_record_whose_events_are_trimmed_no_more_is_said() {
    MemoryJournal trimmed =
        new MemoryJournal()
            .with(
                SampleJournal.BUFFER,
                new BufferEvent.BufferSnapshotTaken(
                    SampleJournal.at(0),
                    new RecordBuffer(
                        9,
                        4,
                        1,
                        RecordBuffer.EMPTY.pending(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Optional.empty())));
    assertThat(RecordTrace.tell(trimmed, SampleJournal.STREAM, 8))
        .containsExactly(
            "Record 8 had left buffer|000000000000/us-east-1/orders/1 before event 1, delivered or"
                + " given up; the events with more detail are trimmed.");
    assertThat(RecordTrace.tell(trimmed, SampleJournal.STREAM, 9))
        .containsExactly(
            "The stream has never held a record 9, which is the place that the id stands for.");
  }
}
