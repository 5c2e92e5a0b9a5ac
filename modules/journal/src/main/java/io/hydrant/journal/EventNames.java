package io.hydrant.journal;

import io.hydrant.core.buffer.BufferEvent;
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
 * The names of events in the journal, each with a version. They stand here and not in class names,
 * so that renaming a class breaks no journal; a changed form gets a new version.
 */
public final class EventNames {
  private static final Map<String, Class<? extends Event<?>>> CLASSES = new HashMap<>();
  private static final Map<Class<?>, String> NAMES = new HashMap<>();

  static {
    name("stream.created/1", StreamEvent.StreamCreated.class);
    name("stream.activated/1", StreamEvent.StreamActivated.class);
    name("stream.creation-failed/1", StreamEvent.StreamCreationFailed.class);
    name("stream.destination-updated/1", StreamEvent.DestinationUpdated.class);
    name("stream.tagged/1", StreamEvent.StreamTagged.class);
    name("stream.untagged/1", StreamEvent.StreamUntagged.class);
    name("stream.encryption-starting/1", EncryptionEvent.EncryptionRequested.class);
    name("stream.grant-created/1", EncryptionEvent.GrantCreated.class);
    name("stream.encryption-enabled/2", EncryptionEvent.EncryptionEnabled.class);
    former("stream.encryption-enabled/1", EncryptionEvent.EncryptionEnabled.class);
    name("stream.encryption-enabling-failed/1", EncryptionEvent.EncryptionEnablingFailed.class);
    name("stream.encryption-stopping/1", EncryptionEvent.EncryptionStopRequested.class);
    name("stream.encryption-disabled/2", EncryptionEvent.EncryptionDisabled.class);
    former("stream.encryption-disabled/1", EncryptionEvent.EncryptionDisabled.class);
    name("stream.epoch-drained/1", EncryptionEvent.EpochDrained.class);
    name("stream.grant-retired/1", EncryptionEvent.GrantRetired.class);
    name("stream.grant-left-over/1", EncryptionEvent.GrantOrphaned.class);
    name("stream.deletion-started/2", StreamEvent.DeletionStarted.class);
    former("stream.deletion-started/1", StreamEvent.DeletionStarted.class);
    name("stream.grant-abandoned/1", EncryptionEvent.GrantAbandoned.class);
    name("stream.delivery-held/1", EncryptionEvent.DeliverySuspended.class);
    name("stream.delivery-resumed/1", EncryptionEvent.DeliveryResumed.class);
    name("stream.deletion-failed/1", StreamEvent.DeletionFailed.class);
    name("stream.buffer-emptied/1", StreamEvent.BufferEmptied.class);
    name("stream.deleted/1", StreamEvent.StreamDeleted.class);
    name("quota.encryption-call-counted/1", EncryptionCallEvent.EncryptionCallCounted.class);
    name("key-claims.claimed/1", KeyStreamQuotaEvent.KeyReserved.class);
    name("key-claims.released/1", KeyStreamQuotaEvent.KeyReservationReleased.class);
    name("directory.stream-listed/1", DirectoryEvent.NameRegistered.class);
    name("directory.check-postponed/1", DirectoryEvent.CheckPostponed.class);
    name("directory.stream-unlisted/1", DirectoryEvent.NameDeregistered.class);
    name("buffer.records-appended/1", BufferEvent.RecordsAppended.class);
    name("buffer.batch-planned/1", BufferEvent.BatchPlanned.class);
    name("buffer.batch-delivered/1", BufferEvent.BatchDelivered.class);
    name("buffer.epoch-fenced/1", BufferEvent.EpochFenced.class);
    name("buffer.closing/1", BufferEvent.BufferCloseRequested.class);
    name("buffer.delivery-ordered/1", BufferEvent.FlushRequested.class);
    name("buffer.records-discarded/1", BufferEvent.RecordsDiscarded.class);
    name("buffer.carried-over/2", BufferEvent.BufferSnapshotTaken.class);
    former("buffer.carried-over/1", BufferEvent.BufferSnapshotTaken.class);
    name("key.created/1", KeyEvent.KeyCreated.class);
    name("key.policy-put/1", KeyEvent.PolicyPut.class);
    name("key.enabled/1", KeyEvent.KeyEnabled.class);
    name("key.disabled/1", KeyEvent.KeyDisabled.class);
    name("key.deletion-scheduled/1", KeyEvent.KeyDeletionScheduled.class);
    name("key.deletion-cancelled/1", KeyEvent.KeyDeletionCancelled.class);
    name("key.description-updated/1", KeyEvent.DescriptionUpdated.class);
    name("key.tagged/1", KeyEvent.KeyTagged.class);
    name("key.untagged/1", KeyEvent.KeyUntagged.class);
    name("key.rotation-enabled/1", KeyEvent.RotationEnabled.class);
    name("key.rotation-disabled/1", KeyEvent.RotationDisabled.class);
    name("key.rotated/1", KeyEvent.KeyRotated.class);
    name("key.grant-created/1", KeyEvent.GrantCreated.class);
    name("key.grant-retired/1", KeyEvent.GrantRetired.class);
    name("key.grant-revoked/1", KeyEvent.GrantRevoked.class);
    name("keys.key-registered/1", KeyDirectoryEvent.KeyRegistered.class);
    name("keys.deletion-date-noted/1", KeyDirectoryEvent.DeletionDateRecorded.class);
    name("keys.alias-created/1", KeyDirectoryEvent.AliasCreated.class);
    name("keys.alias-updated/1", KeyDirectoryEvent.AliasUpdated.class);
    name("keys.alias-deleted/1", KeyDirectoryEvent.AliasDeleted.class);
  }

  private EventNames() {}

  private static void name(String name, Class<? extends Event<?>> type) {
    if (CLASSES.put(name, type) != null || NAMES.put(type, name) != null) {
      throw new IllegalStateException("named twice: " + name);
    }
  }

  /** A form that is written no more; what it lacks is empty, zero or false. */
  private static void former(String name, Class<? extends Event<?>> type) {
    if (CLASSES.put(name, type) != null) {
      throw new IllegalStateException("named twice: " + name);
    }
  }

  static String of(Event<?> event) {
    return Optional.ofNullable(NAMES.get(event.getClass()))
        .orElseThrow(
            () -> new IllegalStateException(event.getClass() + " has no name in the journal"));
  }

  static Optional<Class<? extends Event<?>>> typeOf(String name) {
    return Optional.ofNullable(CLASSES.get(name));
  }

  /** Every name that a journal may hold. */
  public static Set<String> all() {
    return Set.copyOf(CLASSES.keySet());
  }

  /** Every class of event that has a name. */
  public static Set<Class<?>> types() {
    return Set.copyOf(NAMES.keySet());
  }
}
