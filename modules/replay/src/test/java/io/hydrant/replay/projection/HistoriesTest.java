package io.hydrant.replay.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.document.Document;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.quota.EncryptionCallEvent;
import io.hydrant.core.quota.EncryptionCallKind;
import io.hydrant.core.stream.EncryptionEvent;
import io.hydrant.core.stream.EncryptionStatus;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.ResolvedKey;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.replay.KeyOfTheNight;
import io.hydrant.replay.MemoryJournal;
import io.hydrant.replay.ObservedJournal;
import io.hydrant.replay.SampleJournal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoriesTest {
  private static final Caller ROOT = Caller.root("000000000000", "us-east-1");
  private static final StreamArn ARN =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));

  private final ObservedJournal night = new ObservedJournal(SampleJournal.journal());

  private static StreamEvent created(int second) {
    return new StreamEvent.StreamCreated(
        SampleJournal.at(second),
        ARN,
        DeliveryStreamType.DIRECT_PUT,
        Document.Structure.empty(),
        new Destination(DestinationType.EXTENDED_S3, Document.Structure.empty()),
        List.of(),
        Optional.empty(),
        SampleJournal.at(second));
  }

  private static StreamEvent starting(int second, int epoch, String key) {
    return new EncryptionEvent.EncryptionRequested(
        SampleJournal.at(second),
        epoch,
        new ResolvedKey(
            KeyType.CUSTOMER_MANAGED_CMK, "arn:aws:kms:us-east-1:000000000000:key/" + key, ROOT),
        SampleJournal.at(second));
  }

  private static EncryptionCallEvent counted(int second) {
    return new EncryptionCallEvent.EncryptionCallCounted(
        SampleJournal.at(second), EncryptionCallKind.START);
  }

  @Test
  void a_streams_timeline_has_its_own_events_and_those_of_its_budget_buffer_and_keys() {
    Histories.OfStream found = new Histories(night).stream(SampleJournal.STREAM, Optional.empty());
    assertThat(found.stretch().size()).isEqualTo(found.stretch().steps().size()).isGreaterThan(12);
    assertThat(night.read())
        .containsExactly(
            SampleJournal.STREAM,
            SampleJournal.STREAM,
            SampleJournal.BUDGET,
            SampleJournal.BUFFER,
            KeyOfTheNight.ENTITY);
    assertThat(found.isCut()).isFalse();
    assertThat(found.then().path())
        .containsExactly(
            EncryptionStatus.DISABLED, EncryptionStatus.ENABLING, EncryptionStatus.ENABLED);
    assertThat(found.then().facts()).containsEntry("Starts and stops left", "24");
    assertThat(found.then().facts().get("Key key-1")).startsWith("Enabled, 1 grant");
  }

  @Test
  void at_an_earlier_step_it_has_what_stood_then() {
    // The key was created before the stream.
    Histories.OfStream first = new Histories(night).stream(SampleJournal.STREAM, Optional.of(1));
    assertThat(first.then().stream()).isEmpty();
    assertThat(first.then().facts())
        .containsOnlyKeys("Moment", "Starts and stops left")
        .containsEntry("Starts and stops left", "25");
    Histories.OfStream third = new Histories(night).stream(SampleJournal.STREAM, Optional.of(3));
    assertThat(third.then().stream()).isPresent();
    assertThat(third.then().path()).containsExactly(EncryptionStatus.DISABLED);
    assertThat(third.stretch().size()).isEqualTo(first.stretch().size());
  }

  @Test
  void every_history_that_is_opened_is_closed() {
    new Histories(night).stream(SampleJournal.STREAM, Optional.empty());
    new Histories(night).key(KeyOfTheNight.ENTITY, Optional.empty());
    assertThat(night.open()).isZero();
    assertThat(night.mostOpen()).isEqualTo(4);
  }

  @Test
  void histories_are_closed_where_an_event_cannot_have_followed() {
    ObservedJournal damaged =
        new ObservedJournal(
            new MemoryJournal()
                .with(
                    KeyOfTheNight.ENTITY,
                    new KeyEvent.DescriptionUpdated(SampleJournal.at(0), "x")));
    Histories histories = new Histories(damaged);
    assertThatThrownBy(() -> histories.key(KeyOfTheNight.ENTITY, Optional.empty()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(damaged.open()).isZero();
  }

  @Test
  void of_many_streams_of_a_name_the_newest_budgets_are_read_and_the_present_one_counts() {
    MemoryJournal journal = new MemoryJournal();
    int many = Histories.RELATED_MAX + 5;
    for (int generation = 1; generation <= many; generation++) {
      if (generation > 1) {
        journal.with(
            SampleJournal.STREAM,
            new StreamEvent.DeletionStarted(SampleJournal.at(generation * 10 - 2), false),
            new StreamEvent.StreamDeleted(SampleJournal.at(generation * 10 - 1)));
      }
      journal.with(SampleJournal.STREAM, created(generation * 10));
      journal.with(
          EntityIds.budget(SampleJournal.STREAM, generation), counted(generation * 10 + 1));
    }
    ObservedJournal node = new ObservedJournal(journal);
    Histories.OfStream found = new Histories(node).stream(SampleJournal.STREAM, Optional.empty());
    assertThat(found.isCut()).isTrue();
    assertThat(node.read())
        .contains(
            EntityIds.budget(SampleJournal.STREAM, 6), EntityIds.budget(SampleJournal.STREAM, many))
        .doesNotContain(EntityIds.budget(SampleJournal.STREAM, 5));
    assertThat(node.mostOpen()).isEqualTo(1 + 2 * Histories.RELATED_MAX);
    assertThat(found.then().facts()).containsEntry("Starts and stops left", "24");
  }

  @Test
  void of_many_keys_the_newest_are_read() {
    MemoryJournal journal = new MemoryJournal().with(SampleJournal.STREAM, created(0));
    int many = Histories.RELATED_MAX + 1;
    for (int epoch = 1; epoch <= many; epoch++) {
      journal.with(SampleJournal.STREAM, starting(epoch, epoch, "key-" + epoch));
    }
    ObservedJournal node = new ObservedJournal(journal);
    assertThat(new Histories(node).stream(SampleJournal.STREAM, Optional.empty()).isCut()).isTrue();
    assertThat(node.read())
        .contains("key|000000000000/us-east-1/key-2", "key|000000000000/us-east-1/key-" + many)
        .doesNotContain("key|000000000000/us-east-1/key-1");
    assertThat(node.mostOpen()).isEqualTo(1 + 2 + Histories.RELATED_MAX);
  }

  @Test
  void a_path_of_statuses_that_is_long_begins_with_a_later_one() {
    MemoryJournal journal = new MemoryJournal().with(SampleJournal.STREAM, created(0));
    for (int epoch = 1; epoch <= StreamMoment.PATH_MAX; epoch++) {
      journal.with(
          SampleJournal.STREAM,
          starting(epoch, epoch, "key-1"),
          new EncryptionEvent.GrantCreated(SampleJournal.at(epoch), epoch, "grant-" + epoch),
          new EncryptionEvent.EncryptionEnabled(
              SampleJournal.at(epoch), epoch, Bytes.ofUtf8("w"), Optional.empty()));
    }
    assertThat(
            new Histories(new ObservedJournal(journal))
                .stream(SampleJournal.STREAM, Optional.empty()).then().path())
        .hasSize(StreamMoment.PATH_MAX)
        .doesNotContain(EncryptionStatus.DISABLED)
        .endsWith(EncryptionStatus.ENABLING, EncryptionStatus.ENABLED);
  }
}
