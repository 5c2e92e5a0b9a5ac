package io.hydrant.replay.projection;

import io.hydrant.core.buffer.DeliveryFailure;
import io.hydrant.core.buffer.FailedProcessing;
import io.hydrant.core.buffer.ProcessedRecords;
import io.hydrant.core.entity.Event;
import io.hydrant.core.kms.Grant;
import io.hydrant.core.stream.EncryptionEvent;
import io.hydrant.core.stream.FailureDescription;
import io.hydrant.core.stream.ResolvedKey;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.DecodedEvent;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An event in one line for a person: what happened, to what, by whom. */
public final class EventLine {
  /** The plain record components that a line shows with their names. */
  private static final Set<String> SHOWN =
      Set.of("epoch", "kind", "grantId", "number", "records", "attempts", "version", "state");

  private static final int SHOWN_MAX = 16;

  private EventLine() {}

  /** Returns the line of a step of a timeline. */
  public static String of(TimelineStep step) {
    return step.fold(EventLine::of, EventLine::of);
  }

  private static String of(AuditEntry call) {
    return call.operation() + " refused: " + call.code() + ", by " + call.principalArn();
  }

  /** Returns for example {@code stream encryption requested: key …/1234, by …:root}. */
  public static String of(DecodedEvent stored) {
    String what = what(stored.name());
    List<String> details =
        Stream.concat(details(stored.event()).stream(), by(stored).stream()).toList();
    return details.isEmpty() ? what : what + ": " + String.join(", ", details);
  }

  /** Returns the journal's name in words, without its version. */
  public static String what(String name) {
    return name.substring(0, name.lastIndexOf('/')).replace('.', ' ').replace('-', ' ');
  }

  private static List<String> details(Event<?> event) {
    List<String> details = new ArrayList<>();
    for (RecordComponent component : event.getClass().getRecordComponents()) {
      try {
        detail(component.getName(), component.getAccessor().invoke(event)).ifPresent(details::add);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the components of an event are public", e);
      }
    }
    return details;
  }

  private static Optional<String> detail(String name, Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.flatMap(present -> detail(name, present));
    }
    if (value instanceof ResolvedKey key) {
      return Optional.of("key " + key.keyArn().substring(key.keyArn().lastIndexOf('/') + 1));
    }
    if (value instanceof Grant grant) {
      return Optional.of("grant " + shortened(grant.id()));
    }
    if (value instanceof FailureDescription failure) {
      return Optional.of(failure.details());
    }
    if (value instanceof DeliveryFailure failure) {
      return Optional.of(FailureText.ofLast(failure));
    }
    if (value instanceof FailedProcessing failed) {
      return Optional.of(FailureText.ofLast(failed.failure()));
    }
    if (value instanceof List<?> made && name.equals("made")) {
      return Optional.of(
          PlaceText.counts(made.stream().map(ProcessedRecords.class::cast).toList()));
    }
    if (name.equals("reason")) {
      return Optional.of(value.toString());
    }
    return SHOWN.contains(name)
        ? Optional.of(name + " " + shortened(value.toString()))
        : Optional.empty();
  }

  private static Optional<String> by(DecodedEvent stored) {
    return stored
        .metadata()
        .map(metadata -> metadata.operation() + " by " + metadata.principalArn())
        .or(
            () ->
                stored.event() instanceof EncryptionEvent.EncryptionRequested requested
                    ? Optional.of("by " + requested.target().caller().principalArn())
                    : Optional.empty());
  }

  /** A grant's id has 64 digits; the first few tell grants apart. */
  private static String shortened(String text) {
    return text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX - 4) + "…" : text;
  }
}
