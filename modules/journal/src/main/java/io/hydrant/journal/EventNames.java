package io.hydrant.journal;

import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.ProcessingEvent;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.entity.Event;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.quota.EncryptionCallEvent;
import io.hydrant.core.quota.KeyStreamQuotaEvent;
import io.hydrant.core.stream.EncryptionEvent;
import io.hydrant.core.stream.StreamEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of events in the journal, each with a version. They come from a table, not from class
 * names, so renaming a class breaks no journal. An event whose form changes gets a new version, and
 * its older form stays readable as a legacy form.
 */
public final class EventNames {
  /** The names that this build writes, and the legacy forms that it still reads. */
  static final EventNames STANDARD =
      new EventNames(
          Map.ofEntries(
              Map.entry("stream.created/1", StreamEvent.StreamCreated.class),
              Map.entry("stream.activated/1", StreamEvent.StreamActivated.class),
              Map.entry("stream.creation-failed/1", StreamEvent.StreamCreationFailed.class),
              Map.entry("stream.destination-updated/1", StreamEvent.DestinationUpdated.class),
              Map.entry("stream.tagged/1", StreamEvent.StreamTagged.class),
              Map.entry("stream.untagged/1", StreamEvent.StreamUntagged.class),
              Map.entry("stream.encryption-requested/1", EncryptionEvent.EncryptionRequested.class),
              Map.entry("stream.grant-created/1", EncryptionEvent.GrantCreated.class),
              Map.entry("stream.encryption-enabled/1", EncryptionEvent.EncryptionEnabled.class),
              Map.entry(
                  "stream.encryption-enabling-failed/1",
                  EncryptionEvent.EncryptionEnablingFailed.class),
              Map.entry(
                  "stream.encryption-stop-requested/1",
                  EncryptionEvent.EncryptionStopRequested.class),
              Map.entry("stream.encryption-disabled/1", EncryptionEvent.EncryptionDisabled.class),
              Map.entry("stream.epoch-drained/1", EncryptionEvent.EpochDrained.class),
              Map.entry("stream.grant-retired/1", EncryptionEvent.GrantRetired.class),
              Map.entry("stream.grant-orphaned/1", EncryptionEvent.GrantOrphaned.class),
              Map.entry("stream.deletion-started/1", StreamEvent.DeletionStarted.class),
              Map.entry("stream.grant-abandoned/1", EncryptionEvent.GrantAbandoned.class),
              Map.entry("stream.delivery-suspended/1", EncryptionEvent.DeliverySuspended.class),
              Map.entry("stream.delivery-resumed/1", EncryptionEvent.DeliveryResumed.class),
              Map.entry("stream.deletion-failed/1", StreamEvent.DeletionFailed.class),
              Map.entry("stream.buffer-drained/1", StreamEvent.BufferDrained.class),
              Map.entry("stream.deleted/1", StreamEvent.StreamDeleted.class),
              Map.entry(
                  "budget.encryption-call-counted/1",
                  EncryptionCallEvent.EncryptionCallCounted.class),
              Map.entry("key-stream-quota.key-reserved/1", KeyStreamQuotaEvent.KeyReserved.class),
              Map.entry(
                  "key-stream-quota.reservation-released/1",
                  KeyStreamQuotaEvent.KeyReservationReleased.class),
              Map.entry("stream-directory.name-registered/1", DirectoryEvent.NameRegistered.class),
              Map.entry("stream-directory.name-confirmed/1", DirectoryEvent.NameConfirmed.class),
              Map.entry("stream-directory.check-postponed/1", DirectoryEvent.CheckPostponed.class),
              Map.entry(
                  "stream-directory.name-deregistered/1", DirectoryEvent.NameDeregistered.class),
              Map.entry("buffer.records-appended/1", BufferEvent.RecordsAppended.class),
              Map.entry("buffer.records-processed/1", ProcessingEvent.RecordsProcessed.class),
              Map.entry(
                  "buffer.processing-attempt-failed/1",
                  ProcessingEvent.ProcessingAttemptFailed.class),
              Map.entry("buffer.processing-given-up/1", ProcessingEvent.ProcessingGivenUp.class),
              Map.entry("buffer.batch-planned/1", BufferEvent.BatchPlanned.class),
              Map.entry(
                  "buffer.delivery-attempt-failed/1", BufferEvent.DeliveryAttemptFailed.class),
              Map.entry("buffer.delivery-given-up/1", BufferEvent.DeliveryGivenUp.class),
              Map.entry("buffer.batch-delivered/1", BufferEvent.BatchDelivered.class),
              Map.entry("buffer.epoch-fenced/1", BufferEvent.EpochFenced.class),
              Map.entry("buffer.close-requested/1", BufferEvent.BufferCloseRequested.class),
              Map.entry("buffer.flush-requested/1", BufferEvent.FlushRequested.class),
              Map.entry("buffer.records-discarded/1", BufferEvent.RecordsDiscarded.class),
              Map.entry("buffer.snapshot-taken/1", BufferEvent.BufferSnapshotTaken.class),
              Map.entry("key.created/1", KeyEvent.KeyCreated.class),
              Map.entry("key.policy-put/1", KeyEvent.PolicyPut.class),
              Map.entry("key.enabled/1", KeyEvent.KeyEnabled.class),
              Map.entry("key.disabled/1", KeyEvent.KeyDisabled.class),
              Map.entry("key.deletion-scheduled/1", KeyEvent.KeyDeletionScheduled.class),
              Map.entry("key.deletion-cancelled/1", KeyEvent.KeyDeletionCancelled.class),
              Map.entry("key.description-updated/1", KeyEvent.DescriptionUpdated.class),
              Map.entry("key.tagged/1", KeyEvent.KeyTagged.class),
              Map.entry("key.untagged/1", KeyEvent.KeyUntagged.class),
              Map.entry("key.rotation-enabled/1", KeyEvent.RotationEnabled.class),
              Map.entry("key.rotation-disabled/1", KeyEvent.RotationDisabled.class),
              Map.entry("key.rotated/1", KeyEvent.KeyRotated.class),
              Map.entry("key.grant-created/1", KeyEvent.GrantCreated.class),
              Map.entry("key.grant-retired/1", KeyEvent.GrantRetired.class),
              Map.entry("key.grant-revoked/1", KeyEvent.GrantRevoked.class),
              Map.entry("key-directory.key-registered/1", KeyDirectoryEvent.KeyRegistered.class),
              Map.entry(
                  "key-directory.deletion-date-recorded/1",
                  KeyDirectoryEvent.DeletionDateRecorded.class),
              Map.entry("key-directory.alias-created/1", KeyDirectoryEvent.AliasCreated.class),
              Map.entry("key-directory.alias-updated/1", KeyDirectoryEvent.AliasUpdated.class),
              Map.entry("key-directory.alias-deleted/1", KeyDirectoryEvent.AliasDeleted.class)),
          Map.of());

  private final Map<String, Class<? extends Event<?>>> types = new HashMap<>();
  private final Map<Class<?>, String> names = new HashMap<>();

  /**
   * Creates a table.
   *
   * @param current by the name that is written
   * @param legacy by names that are read only; components that an older form lacks are empty, zero
   *     or false
   */
  EventNames(
      Map<String, Class<? extends Event<?>>> current,
      Map<String, Class<? extends Event<?>>> legacy) {
    types.putAll(legacy);
    types.putAll(current);
    current.forEach((name, type) -> names.put(type, name));
    if (types.size() != current.size() + legacy.size() || names.size() != current.size()) {
      throw new IllegalStateException("An event has two names, or a name has two events.");
    }
  }

  String of(Event<?> event) {
    return Optional.ofNullable(names.get(event.getClass()))
        .orElseThrow(
            () -> new IllegalStateException(event.getClass() + " has no name in the journal"));
  }

  Optional<Class<? extends Event<?>>> typeOf(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** Returns every name that a journal may hold. */
  public static Set<String> all() {
    return Set.copyOf(STANDARD.types.keySet());
  }

  /** Returns every class of event that has a name. */
  public static Set<Class<?>> types() {
    return Set.copyOf(STANDARD.names.keySet());
  }
}
