package io.hydrant.server.tracing;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.CallContext;
import io.hydrant.api.call.CallInterceptor;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.runtime.tracing.CorrelationContexts;
import io.hydrant.runtime.tracing.Tracing;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The node's traces.
 *
 * @param calls runs each call in its correlation context, which the log shows too
 * @param spans receives the work behind the calls
 * @param closing sends the spans that have not been sent yet
 */
public record Traces(CallInterceptor calls, Tracing spans, Runnable closing)
    implements AutoCloseable {
  /**
   * @param settings empty where no spans are sent
   * @param instance distinguishes this node from others of the service
   */
  public static Traces open(Optional<TraceSettings> settings, String instance) {
    return settings
        .map(Collector::new)
        .map(collector -> collector.traces(instance))
        .orElseGet(() -> new Traces(Traces::logOnly, Tracing.NONE, () -> {}));
  }

  @Override
  public void close() {
    closing.run();
  }

  /** Puts the request's id into the log lines of the call. */
  private static CompletionStage<Reply<JsonNode>> logOnly(
      CallContext call, JsonNode input, CallInterceptor.Next next) {
    return CorrelationContexts.runIn(
        CorrelationContext.request(call.requestId()), () -> next.proceed(input));
  }
}
