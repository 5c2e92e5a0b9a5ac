package io.hydrant.replay.query;

import io.hydrant.core.entity.Event;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.EncryptionStatus;
import io.hydrant.core.stream.FailureDescription;
import io.hydrant.core.stream.KeyRequest;
import io.hydrant.core.stream.ResolvedKey;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.replay.projection.EventDecoder;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import java.time.Instant;
import java.util.Optional;

/** How a stream stood when a record came, and why its records wait now. */
final class StreamAt {
  private final State.Walk walk;
  private final int incarnation;
  private final int epoch;
  private final Instant then;
  private int incarnations;
  private Optional<EncryptionStatus> status = Optional.empty();
  private Optional<ResolvedKey> key = Optional.empty();

  private StreamAt(String stream, int incarnation, int epoch, Instant then) {
    this.walk = new State.Walk(stream);
    this.incarnation = incarnation;
    this.epoch = epoch;
    this.then = then;
  }

  /**
   * @param incarnation which of the streams of that name
   * @param epoch whose key is asked for
   */
  static StreamAt of(
      JournalSource journal, String stream, int incarnation, int epoch, Instant then) {
    StreamAt found = new StreamAt(stream, incarnation, epoch, then);
    journal.history(stream, found::take);
    return found;
  }

  private void take(StoredEvent stored) {
    Event<?> event = EventDecoder.event(stored);
    walk.step(stored.number(), stored.name(), event);
    if (event instanceof StreamEvent.StreamCreated) {
      incarnations++;
    }
    ((StreamEvent) event).keyRequest().ifPresent(this::found);
    if (incarnations == incarnation
        && !event.at().isAfter(then)
        && walk.state().value() instanceof DeliveryStream stream) {
      status = Optional.of(stream.encryption().status());
    }
  }

  private void found(KeyRequest asked) {
    if (incarnations == incarnation && asked.epoch() == epoch) {
      key = Optional.of(asked.target());
    }
  }

  /** The encryption's status at that time. */
  Optional<EncryptionStatus> status() {
    return status;
  }

  /** The key of the epoch. */
  Optional<ResolvedKey> key() {
    return key;
  }

  /** Why records wait, by the last event. */
  Optional<FailureDescription> held() {
    return incarnations == incarnation && walk.state().value() instanceof DeliveryStream stream
        ? stream.held()
        : Optional.empty();
  }
}
