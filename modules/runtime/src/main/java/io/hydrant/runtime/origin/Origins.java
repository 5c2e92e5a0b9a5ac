package io.hydrant.runtime.origin;

import io.hydrant.core.id.Origin;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * Where the work comes from that a thread does at the moment. All that is logged meanwhile tells
 * it. It is bound to the thread, because nothing that is decided depends on it; from thread to
 * thread and from node to node it goes with messages and their answers.
 */
public final class Origins {
  static final String REQUEST_ID = "requestId";
  static final String TRACE_ID = "traceId";

  private static final ThreadLocal<Origin> CURRENT = ThreadLocal.withInitial(() -> Origin.NONE);

  private Origins() {}

  public static Origin current() {
    return CURRENT.get();
  }

  /** Does the work for that origin; what the thread did before goes on afterwards. */
  public static <T> T during(Origin origin, Supplier<T> work) {
    Origin before = CURRENT.get();
    if (before.equals(origin)) {
      return work.get();
    }
    become(origin);
    try {
      return work.get();
    } finally {
      become(before);
    }
  }

  public static void during(Origin origin, Runnable work) {
    during(
        origin,
        () -> {
          work.run();
          return origin;
        });
  }

  /** The answer, handed to its callbacks under the origin that the present thread has now. */
  public static <T> CompletionStage<T> kept(CompletionStage<T> answer) {
    Origin origin = current();
    if (origin.equals(Origin.NONE)) {
      return answer;
    }
    CompletableFuture<T> kept = new CompletableFuture<>();
    answer.whenComplete(
        (result, failure) ->
            during(
                origin,
                () ->
                    failure == null ? kept.complete(result) : kept.completeExceptionally(failure)));
    return kept;
  }

  private static void become(Origin origin) {
    CURRENT.set(origin);
    tell(REQUEST_ID, origin.requestId());
    tell(TRACE_ID, origin.traceparent().flatMap(Origins::traceId));
  }

  private static void tell(String key, Optional<String> value) {
    value.ifPresentOrElse(known -> MDC.put(key, known), () -> MDC.remove(key));
  }

  /** W3C's form is version-trace-step-flags. */
  private static Optional<String> traceId(String traceparent) {
    String[] parts = traceparent.split("-", -1);
    return parts.length == 4 ? Optional.of(parts[1]) : Optional.empty();
  }
}
