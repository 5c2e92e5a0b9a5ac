package io.hydrant.server.traces;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Origin;
import io.hydrant.http.CallWatch;
import io.hydrant.http.WatchedCall;
import io.hydrant.runtime.origin.Origins;
import io.hydrant.runtime.origin.Spans;
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
public record Traces(CallWatch calls, Spans spans, Runnable closing) implements AutoCloseable {
  /**
   * @param settings empty where no spans are sent
   * @param instance tells this node from others of the service
   */
  public static Traces open(Optional<TraceSettings> settings, String instance) {
    return settings
        .map(Collector::new)
        .map(collector -> collector.traces(instance))
        .orElseGet(() -> new Traces(new Unfollowed(), Spans.NONE, () -> {}));
  }

  @Override
  public void close() {
    closing.run();
  }

  /** Only the log tells where lines come from. */
  private static final class Unfollowed implements CallWatch {
    @Override
    public <O> CompletionStage<Reply<O>> watched(
        WatchedCall call, Supplier<CompletionStage<Reply<O>>> answer) {
      return Origins.during(Origin.request(call.requestId()), answer);
    }
  }
}
