package io.hydrant.runtime.tracing;

import io.hydrant.core.id.CorrelationContext;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * Binds a correlation context to the thread that works for it, and adds it to every log line of
 * that work. No decision depends on it. Messages and their answers carry it between threads and
 * nodes.
 */
public final class CorrelationContexts {
  static final String REQUEST_ID = "requestId";
  static final String TRACE_ID = "traceId";

  private static final ThreadLocal<CorrelationContext> CURRENT =
      ThreadLocal.withInitial(() -> CorrelationContext.NONE);

  private CorrelationContexts() {}

  public static CorrelationContext current() {
    return CURRENT.get();
  }

  /** Does the work in that context, and then restores the previous one. */
  public static <T> T runIn(CorrelationContext origin, Supplier<T> work) {
    CorrelationContext before = CURRENT.get();
    if (before.equals(origin)) {
      return work.get();
    }
    bind(origin);
    try {
      return work.get();
    } finally {
      bind(before);
    }
  }

  public static void runIn(CorrelationContext origin, Runnable work) {
    runIn(
        origin,
        () -> {
          work.run();
          return origin;
        });
  }

  /** Completes dependents of the answer in the caller's current context. */
  public static <T> CompletionStage<T> kept(CompletionStage<T> answer) {
    CorrelationContext origin = current();
    if (origin.equals(CorrelationContext.NONE)) {
      return answer;
    }
    CompletableFuture<T> kept = new CompletableFuture<>();
    answer.whenComplete(
        (result, failure) ->
            runIn(
                origin,
                () ->
                    failure == null ? kept.complete(result) : kept.completeExceptionally(failure)));
    return kept;
  }

  private static void bind(CorrelationContext origin) {
    CURRENT.set(origin);
    put(REQUEST_ID, origin.requestId());
    put(TRACE_ID, origin.traceparent().flatMap(CorrelationContexts::traceId));
  }

  private static void put(String key, Optional<String> value) {
    value.ifPresentOrElse(known -> MDC.put(key, known), () -> MDC.remove(key));
  }

  /** Returns the trace id of a W3C traceparent, {@code version-trace-span-flags}. */
  private static Optional<String> traceId(String traceparent) {
    String[] parts = traceparent.split("-", -1);
    return parts.length == 4 ? Optional.of(parts[1]) : Optional.empty();
  }
}
