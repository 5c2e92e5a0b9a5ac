package io.hydrant.core.id;

import java.util.Optional;

/**
 * The request that work belongs to. It decides nothing; it is for those who watch.
 *
 * @param requestId of the request that led to the work; empty where none did
 * @param traceparent the step of a trace that the work is part of, in the form of W3C's header;
 *     empty where it is not traced
 */
public record CorrelationContext(Optional<String> requestId, Optional<String> traceparent) {
  public static final CorrelationContext NONE =
      new CorrelationContext(Optional.empty(), Optional.empty());

  public static CorrelationContext request(String requestId) {
    return new CorrelationContext(Optional.of(requestId), Optional.empty());
  }

  /** Returns the same origin in that step of a trace. */
  public CorrelationContext in(String step) {
    return new CorrelationContext(requestId, Optional.of(step));
  }
}
