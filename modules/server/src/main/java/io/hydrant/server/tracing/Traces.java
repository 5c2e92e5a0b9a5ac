package io.hydrant.server.tracing;

import io.hydrant.api.call.CallContext;
import io.hydrant.api.call.CallInterceptor;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.runtime.tracing.CorrelationContexts;
import io.hydrant.runtime.tracing.Tracing;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Who follows the node's calls.
 *
 * @param calls has each call answered under an origin, which the log tells too
 * @param spans receives what happens behind the calls
 * @param closing sends what has not been sent yet
 */
public record Traces(CallInterceptor calls, Tracing spans, Runnable closing)
    implements AutoCloseable {
  /**
   * @param settings empty where no spans are sent
   * @param instance tells this node from others of the service
   */
  public static Traces open(Optional<TraceSettings> settings, String instance) {
    return settings
        .map(Collector::new)
        .map(collector -> collector.traces(instance))
        .orElseGet(() -> new Traces(new Unfollowed(), Tracing.NONE, () -> {}));
  }

  @Override
  public void close() {
    closing.run();
  }

  /** Only the log tells where lines come from. */
  private static final class Unfollowed implements CallInterceptor {
    @Override
    public <O> CompletionStage<Reply<O>> watched(
        CallContext call, Supplier<CompletionStage<Reply<O>>> answer) {
      return CorrelationContexts.runIn(CorrelationContext.request(call.requestId()), answer);
    }
  }
}
