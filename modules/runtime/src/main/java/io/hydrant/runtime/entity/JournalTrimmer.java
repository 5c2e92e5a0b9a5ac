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
 * delete events only after a fixed number of events, but a buffer must delete them when records
 * have been delivered. The trimmer writes no events, so it can run at the same time as the entity
 * with that id.
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
        // The events stay until the next delivery.
        .match(DeleteMessagesFailure.class, failed -> getContext().stop(getSelf()))
        .build();
  }
}
