package io.hydrant.replay.query;

import io.hydrant.core.kms.Key;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.QuotaLimits;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamSummary;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.projection.EntityIds;
import io.hydrant.replay.projection.EventLine;
import io.hydrant.replay.projection.Formats;
import io.hydrant.replay.source.DecodedEvent;
import io.hydrant.replay.source.JournalSource;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Explains why a call was refused: the states at that moment and the events that led to them. */
final class FailureExplanation {
  /** The number of events of a key that are shown: the newest ones before the call. */
  private static final int EVENTS_MAX = 3;

  private final JournalSource journal;
  private final AuditEntry call;
  private final List<String> lines = new ArrayList<>();

  private FailureExplanation(JournalSource journal, AuditEntry call) {
    this.journal = journal;
    this.call = call;
  }

  static List<String> tell(JournalSource journal, String stream, AuditEntry call) {
    FailureExplanation why = new FailureExplanation(journal, call);
    why.call();
    why.stream(stream);
    return why.lines;
  }

  private void call() {
    lines.add(
        call.operation()
            + " by "
            + call.principalArn()
            + " at "
            + Formats.time(call.at())
            + " was refused: "
            + call.code()
            + ".");
    lines.add("The error's message: " + call.message());
  }

  private void stream(String entity) {
    if (then(entity) instanceof DeliveryStream stream) {
      StreamSummary summary = StreamSummary.of(stream);
      lines.add(
          "The stream was "
              + summary.status()
              + ", its encryption "
              + summary.encryption().status()
              + summary.encryption().keyArn().map(arn -> " with " + arn).orElse("")
              + ".");
    } else {
      lines.add("At that moment there was no stream of this name.");
    }
    Requests requests = new Requests();
    before(entity, requests::take);
    if (call.code().contains("Limit")) {
      budget(EntityIds.budget(entity, Math.max(1, requests.generations)));
    }
    named(requests.keys).forEach(this::key);
  }

  /** The generations of a stream and the ARNs of the keys that were requested for it. */
  private static final class Requests {
    private final Set<String> keys = new LinkedHashSet<>();
    private int generations;

    void take(DecodedEvent stored) {
      StreamEvent event = (StreamEvent) stored.event();
      generations += event instanceof StreamEvent.StreamCreated ? 1 : 0;
      event.keyRequest().ifPresent(request -> keys.add(request.target().keyArn()));
    }
  }

  /** Returns the keys that the error names, or all keys where it names none. */
  private Set<String> named(Set<String> keys) {
    Set<String> named = new TreeSet<>(keys);
    named.removeIf(arn -> !call.message().contains(arn));
    return named.isEmpty() ? keys : named;
  }

  private void budget(String entity) {
    if (then(entity) instanceof EncryptionCallBudget budget) {
      List<Instant> calls = budget.counting(call.at());
      lines.add(
          "Of the "
              + QuotaLimits.ENCRYPTION_CALLS_MAX
              + " starts and stops in 24 hours "
              + calls.size()
              + " had been made, the first of them at "
              + calls.stream().findFirst().map(Instant::toString).orElse("no time")
              + ".");
    }
  }

  private void key(String arn) {
    Optional<String> entity = EntityIds.key(arn).filter(journal.entities()::contains);
    if (entity.isEmpty()) {
      lines.add("This journal has no events of the key " + arn + ".");
      return;
    }
    Deque<DecodedEvent> last = new ArrayDeque<>();
    before(
        entity.get(),
        stored -> {
          last.add(stored);
          if (last.size() > EVENTS_MAX) {
            last.remove();
          }
        });
    lines.add(
        "The key "
            + arn
            + (then(entity.get()) instanceof Key.Present key
                ? " was " + key.metadata().state().wireName()
                : " did not exist")
            + (last.isEmpty() ? "." : "; its last events before the call:"));
    last.forEach(this::event);
  }

  private void event(DecodedEvent stored) {
    lines.add(
        "  "
            + Formats.time(stored.at())
            + "  "
            + EventLine.of(stored)
            + stored
                .metadata()
                .flatMap(metadata -> metadata.requestId())
                .map(id -> " (request " + id + ")")
                .orElse(""));
  }

  /** Passes the events of an entity until the call to the consumer. */
  private void before(String entity, Consumer<DecodedEvent> each) {
    journal.decoded(
        entity,
        stored -> {
          if (!stored.at().isAfter(call.at())) {
            each.accept(stored);
          }
        });
  }

  private Object then(String entity) {
    return State.at(journal, entity, new PointInTime(Optional.empty(), Optional.of(call.at())))
        .value();
  }
}
