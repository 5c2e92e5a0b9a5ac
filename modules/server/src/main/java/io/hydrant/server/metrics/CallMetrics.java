package io.hydrant.server.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.CallContext;
import io.hydrant.api.call.CallInterceptor;
import io.hydrant.api.call.CallOutcome;
import io.hydrant.core.entity.Reply;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.concurrent.CompletionStage;

/** Counts and times authenticated API calls. */
final class CallMetrics implements CallInterceptor {
  private final Outcomes outcomes;
  private final Counter calls;
  private final Histogram seconds;

  CallMetrics(PrometheusRegistry registry, Outcomes outcomes) {
    this.outcomes = outcomes;
    this.calls =
        Counter.builder()
            .name("hydrant_api_calls_total")
            .help("Calls that were answered, by what was answered: OK or the error's code.")
            .labelNames("service", "operation", "outcome")
            .register(registry);
    this.seconds =
        Seconds.histogram("hydrant_api_call_duration_seconds")
            .help("How long a call took, from the parsed request to the answer.")
            .labelNames("service", "operation")
            .register(registry);
  }

  @Override
  public CompletionStage<Reply<JsonNode>> intercept(CallContext call, JsonNode input, Next next) {
    CompletionStage<Reply<JsonNode>> answer = next.proceed(input);
    return call.caller().isEmpty()
        ? answer
        : answer.whenComplete(
            (reply, failure) -> answered(call, CallOutcome.of(reply, failure), System.nanoTime()));
  }

  private void answered(CallContext call, String outcome, long endNanos) {
    String service = call.service().name();
    calls.labelValues(service, call.operation(), outcomes.of(outcome)).inc();
    seconds
        .labelValues(service, call.operation())
        .observe(Seconds.of(endNanos - call.startNanos()));
  }
}
