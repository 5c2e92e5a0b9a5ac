package io.hydrant.replay.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.buffer.DeliveryFailure;
import io.hydrant.core.buffer.FailedProcessing;
import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.ProcessedRecords;
import io.hydrant.core.buffer.ProcessingEvent;
import io.hydrant.core.buffer.StagedRecords;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventMetadata;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.kms.KeyState;
import io.hydrant.core.quota.EncryptionCallEvent;
import io.hydrant.core.quota.EncryptionCallKind;
import io.hydrant.core.stream.EncryptionEvent;
import io.hydrant.core.stream.FailureDescription;
import io.hydrant.core.stream.FailureType;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.ResolvedKey;
import io.hydrant.replay.SampleJournal;
import io.hydrant.replay.source.DecodedEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventLineTest {
  private static final Instant AT = SampleJournal.at(0);
  private static final EventMetadata CALL =
      new EventMetadata("DisableKey", "arn:aws:iam::000000000000:root", Optional.of("request-1"));

  private static String line(Event<?> event) {
    return EventLine.of(new DecodedEvent("any|0", 1, event, Optional.empty()));
  }

  @Test
  void an_event_without_details_has_its_name_in_words() {
    assertThat(line(new KeyEvent.KeyDisabled(AT))).isEqualTo("key disabled");
  }

  @Test
  void a_line_names_the_call_that_led_to_the_event() {
    assertThat(
            EventLine.of(
                new DecodedEvent("any|0", 1, new KeyEvent.KeyDisabled(AT), Optional.of(CALL))))
        .isEqualTo("key disabled: DisableKey by arn:aws:iam::000000000000:root");
  }

  @Test
  void a_line_has_the_epoch_and_the_key_and_the_caller_of_a_request() {
    ResolvedKey key =
        new ResolvedKey(
            KeyType.CUSTOMER_MANAGED_CMK,
            "arn:aws:kms:us-east-1:000000000000:key/key-1",
            Caller.root("000000000000", "us-east-1"));
    assertThat(line(new EncryptionEvent.EncryptionRequested(AT, 2, key, AT)))
        .isEqualTo(
            "stream encryption requested: epoch 2, key key-1, by arn:aws:iam::000000000000:root");
  }

  @Test
  void a_line_has_the_sentence_of_a_failure() {
    assertThat(
            line(
                new EncryptionEvent.EncryptionEnablingFailed(
                    AT,
                    1,
                    new FailureDescription(FailureType.DISABLED_KMS_KEY, "It is disabled."))))
        .isEqualTo("stream encryption enabling failed: epoch 1, It is disabled.");
  }

  @Test
  void a_line_has_what_processing_made_by_place() {
    assertThat(
            line(
                new ProcessingEvent.RecordsProcessed(
                    AT,
                    4,
                    List.of(
                        made(OutputPlace.data(Map.of("k", "a"), Map.of()), 0, 2),
                        made(OutputPlace.errors("processing-failed"), 2, 1),
                        made(OutputPlace.backup(), 3, 3)))))
        .isEqualTo(
            "buffer records processed: 2 for the partition {k=a}, 1 for processing-failed, 3 for"
                + " the backup");
    assertThat(line(new ProcessingEvent.RecordsProcessed(AT, 4, List.of())))
        .isEqualTo("buffer records processed: no records");
  }

  @Test
  void a_line_has_the_reason_of_a_failed_attempt_and_when_the_next_one_is() {
    DeliveryFailure failure =
        new DeliveryFailure(AT, 3, SampleJournal.at(20), "There is no bucket.");
    String words = "attempt 3, next at 2026-11-23 22:00:20.000: There is no bucket.";
    assertThat(line(new BufferEvent.DeliveryAttemptFailed(AT, 7, failure)))
        .isEqualTo("buffer delivery attempt failed: number 7, " + words);
    assertThat(
            line(
                new ProcessingEvent.ProcessingAttemptFailed(
                    AT, new FailedProcessing(4, 1, failure))))
        .isEqualTo("buffer processing attempt failed: " + words);
  }

  @Test
  void a_line_has_the_reason_why_records_were_given_up() {
    assertThat(line(new BufferEvent.DeliveryGivenUp(AT, 7, 2, 9, "There is no bucket.")))
        .isEqualTo(
            "buffer delivery given up: number 7, records 2, attempts 9, There is no bucket.");
    assertThat(line(new ProcessingEvent.ProcessingGivenUp(AT, 4, 2, "There is no function.")))
        .isEqualTo("buffer processing given up: records 2, There is no function.");
  }

  private static ProcessedRecords made(OutputPlace place, long position, int records) {
    return new ProcessedRecords(
        place,
        new BufferingPolicy(1024, 60),
        new AppendedRecords(
            AT,
            StagedRecords.FIRST_POSITION + position,
            0,
            Collections.nCopies(records, Bytes.ofUtf8("a")),
            records));
  }

  @Test
  void a_long_id_is_shortened() {
    assertThat(line(new EncryptionEvent.GrantCreated(AT, 1, "0123456789abcdef0")))
        .isEqualTo("stream grant created: epoch 1, grantId 0123456789ab…");
  }

  @Test
  void numbers_states_and_kinds_are_shown_with_their_names() {
    assertThat(line(new BufferEvent.BatchDelivered(AT, 7)))
        .isEqualTo("buffer batch delivered: number 7");
    assertThat(line(new BufferEvent.RecordsDiscarded(AT, 3)))
        .isEqualTo("buffer records discarded: records 3");
    assertThat(line(new KeyEvent.KeyDeletionCancelled(AT, KeyState.DISABLED)))
        .isEqualTo("key deletion cancelled: state DISABLED");
    assertThat(line(new EncryptionCallEvent.EncryptionCallCounted(AT, EncryptionCallKind.START)))
        .isEqualTo("budget encryption call counted: kind START");
  }
}
