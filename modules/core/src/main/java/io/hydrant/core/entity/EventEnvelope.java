package io.hydrant.core.entity;

import java.util.Optional;

/**
 * An event and the call that led to it, stored together. The rules see the event alone: the caller
 * never decides what a state becomes.
 *
 * @param metadata empty for an event that no call led to
 */
public record EventEnvelope<E extends Event<?>>(E event, Optional<EventMetadata> metadata) {
  /** An event that no call led to. */
  public static <E extends Event<?>> EventEnvelope<E> of(E event) {
    return new EventEnvelope<>(event, Optional.empty());
  }
}
