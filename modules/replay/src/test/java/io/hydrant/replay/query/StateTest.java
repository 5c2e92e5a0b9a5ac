package io.hydrant.replay.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.entity.Fold;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.kms.Tag;
import io.hydrant.journal.EventCodec;
import io.hydrant.replay.KeyOfTheNight;
import io.hydrant.replay.MemoryJournal;
import io.hydrant.replay.SampleJournal;
import io.hydrant.replay.source.EncodedEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StateTest {
  /** A key's history: one thing after the other, some at the same instant. */
  @Provide
  Arbitrary<List<KeyEvent>> histories() {
    return Arbitraries.integers()
        .between(0, 4)
        .list()
        .ofMaxSize(40)
        .map(
            choices -> {
              List<KeyEvent> events = new ArrayList<>();
              SampleJournal.journal()
                  .decoded(KeyOfTheNight.ENTITY, stored -> events.add((KeyEvent) stored.event()));
              for (int place = 0; place < choices.size(); place++) {
                events.add(event(choices.get(place), 200 + place / 2));
              }
              return events;
            });
  }

  private static KeyEvent event(int choice, int second) {
    return switch (choice) {
      case 0 -> new KeyEvent.KeyEnabled(SampleJournal.at(second));
      case 1 -> new KeyEvent.KeyDisabled(SampleJournal.at(second));
      case 2 -> new KeyEvent.DescriptionUpdated(SampleJournal.at(second), "at " + second);
      case 3 ->
          new KeyEvent.KeyTagged(SampleJournal.at(second), List.of(new Tag("second", "" + second)));
      default ->
          new KeyEvent.RotationEnabled(SampleJournal.at(second), 365, SampleJournal.at(second));
    };
  }

  @Property(tries = 200)
  void the_state_at_an_event_is_the_fold_of_the_events_up_to_it(
      @ForAll("histories") List<KeyEvent> events) {
    MemoryJournal journal =
        new MemoryJournal().with(KeyOfTheNight.ENTITY, events.toArray(KeyEvent[]::new));
    for (int number = 0; number <= events.size(); number++) {
      assertThat(state(journal, PointInTime.after(number)))
          .isEqualTo(fold(events.subList(0, number)));
    }
    assertThat(state(journal, PointInTime.END)).isEqualTo(fold(events));
  }

  @Property(tries = 200)
  void the_state_at_a_time_is_the_fold_of_what_had_happened_by_then(
      @ForAll("histories") List<KeyEvent> events) {
    MemoryJournal journal =
        new MemoryJournal().with(KeyOfTheNight.ENTITY, events.toArray(KeyEvent[]::new));
    for (int second = -61; second < 230; second++) {
      java.time.Instant then = SampleJournal.at(second);
      assertThat(state(journal, new PointInTime(Optional.empty(), Optional.of(then))))
          .isEqualTo(fold(events.stream().filter(event -> !event.at().isAfter(then)).toList()));
    }
  }

  private static Key fold(List<KeyEvent> events) {
    return Fold.fold(new Key.Absent(), events);
  }

  private static Object state(MemoryJournal journal, PointInTime moment) {
    return State.at(journal, KeyOfTheNight.ENTITY, moment).value();
  }

  private static MemoryJournal trimmed() {
    BufferEvent carried =
        new BufferEvent.BufferSnapshotTaken(SampleJournal.at(50), RecordBuffer.EMPTY);
    return new MemoryJournal()
        .with(
            new EncodedEvent(
                SampleJournal.BUFFER,
                57,
                EventCodec.name(carried),
                Bytes.wrap(EventCodec.encode(carried))))
        .with(SampleJournal.BUFFER, new BufferEvent.BufferCloseRequested(SampleJournal.at(60)));
  }

  private static Optional<String> refused(long number) {
    PointInTime moment = PointInTime.after(number);
    return moment
        .refusal(State.at(trimmed(), SampleJournal.BUFFER, moment))
        .map(ServiceError::message);
  }

  @Test
  void what_was_trimmed_is_not_made_up() {
    assertThat(refused(56))
        .contains(
            "The history of "
                + SampleJournal.BUFFER
                + " up to event 56 is not in this journal: trimmed.");
    assertThat(refused(57)).isEmpty();
    assertThat(refused(58)).isEmpty();
    assertThat(refused(59))
        .contains(SampleJournal.BUFFER + " has no event 59; its last one is 58.");
  }

  @Test
  void an_event_that_cannot_have_followed_names_its_place() {
    MemoryJournal journal =
        new MemoryJournal()
            .with(KeyOfTheNight.ENTITY, new KeyEvent.KeyDisabled(SampleJournal.at(0)));
    assertThatThrownBy(() -> state(journal, PointInTime.END))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessage(
            "Event 1 of key|000000000000/us-east-1/key-1 (key.disabled/1) cannot have followed: the"
                + " event needs a key and there is none");
  }

  @Test
  void bytes_that_are_no_event_name_their_place() {
    MemoryJournal journal =
        new MemoryJournal()
            .with(
                new EncodedEvent(
                    KeyOfTheNight.ENTITY, 1, "key.disabled/1", Bytes.ofUtf8("{\"at\":")));
    assertThatThrownBy(() -> state(journal, PointInTime.END))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageStartingWith("Event 1 of key|000000000000/us-east-1/key-1: ");
  }
}
