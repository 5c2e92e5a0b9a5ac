package io.hydrant.runtime.entity;

import org.apache.pekko.actor.Props;
import org.apache.pekko.persistence.AbstractPersistentActor;
import org.apache.pekko.persistence.DeleteMessagesFailure;
import org.apache.pekko.persistence.DeleteMessagesSuccess;
import org.apache.pekko.persistence.Recovery;
import org.apache.pekko.persistence.RecoveryCompleted;
import org.apache.pekko.persistence.SnapshotSelectionCriteria;

/**
 * Deletes an entity's events and older snapshots up to a snapshot, then stops. A typed entity can
 * delete events only every so many events; a buffer must do it when records have been delivered. It
 * writes nothing, so it may live beside the entity of that id.
 */
final class JournalTrimmer extends AbstractPersistentActor {
  private final String persistenceId;
  private final long toSequenceNr;

  private JournalTrimmer(String persistenceId, long toSequenceNr) {
    this.persistenceId = persistenceId;
    this.toSequenceNr = toSequenceNr;
  }

  static Props props(String persistenceId, long toSequenceNr) {
    return Props.create(
        JournalTrimmer.class, () -> new JournalTrimmer(persistenceId, toSequenceNr));
  }

  @Override
  public String persistenceId() {
    return persistenceId;
  }

  @Override
  public Recovery recovery() {
    return Recovery.none();
  }

  @Override
  public Receive createReceiveRecover() {
    return receiveBuilder()
        .match(
            RecoveryCompleted.class,
            completed -> {
              deleteMessages(toSequenceNr);
              deleteSnapshots(SnapshotSelectionCriteria.create(toSequenceNr - 1, Long.MAX_VALUE));
            })
        .build();
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(DeleteMessagesSuccess.class, done -> getContext().stop(getSelf()))
        // They stay until the next delivery trims again.
        .match(DeleteMessagesFailure.class, failed -> getContext().stop(getSelf()))
        .build();
  }
}
