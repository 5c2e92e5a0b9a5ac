package io.hydrant.replay.query;

import io.hydrant.core.entity.Event;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.EncryptionStatus;
import io.hydrant.core.stream.FailureDescription;
import io.hydrant.core.stream.KeyRequest;
import io.hydrant.core.stream.ResolvedKey;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.replay.source.DecodedEvent;
import io.hydrant.replay.source.JournalSource;
import java.time.Instant;
import java.util.Optional;

/** A stream's encryption when a record arrived, and the reason why its records wait now. */
final class StreamAt {
  private final State.Walk walk;
  private final int generation;
  private final int epoch;
  private final Instant then;
  private int generations;
  private Optional<EncryptionStatus> status = Optional.empty();
  private Optional<ResolvedKey> key = Optional.empty();

  private StreamAt(String stream, int generation, int epoch, Instant then) {
    this.walk = new State.Walk(stream);
    this.generation = generation;
    this.epoch = epoch;
    this.then = then;
  }

  /**
   * @param generation the number of the stream among the streams of that name
   * @param epoch the epoch whose key is searched
   */
  static StreamAt of(
      JournalSource journal, String stream, int generation, int epoch, Instant then) {
    StreamAt found = new StreamAt(stream, generation, epoch, then);
    journal.decoded(stream, found::take);
    return found;
  }

  private void take(DecodedEvent stored) {
    Event<?> event = stored.event();
    walk.step(stored);
    if (event instanceof StreamEvent.StreamCreated) {
      generations++;
    }
    ((StreamEvent) event).keyRequest().ifPresent(this::found);
    if (generations == generation
        && !event.at().isAfter(then)
        && walk.state().value() instanceof DeliveryStream stream) {
      status = Optional.of(stream.encryption().status());
    }
  }

  private void found(KeyRequest asked) {
    if (generations == generation && asked.epoch() == epoch) {
      key = Optional.of(asked.target());
    }
  }

  /** Returns the encryption's status at that time. */
  Optional<EncryptionStatus> status() {
    return status;
  }

  /** Returns the key of the epoch. */
  Optional<ResolvedKey> key() {
    return key;
  }

  /** Returns the reason why records wait after the last event; empty where none wait. */
  Optional<FailureDescription> suspended() {
    return generations == generation && walk.state().value() instanceof DeliveryStream stream
        ? stream.suspended()
        : Optional.empty();
  }
}
