package io.hydrant.runtime.kms;

import io.hydrant.core.entity.Reply;
import io.hydrant.runtime.metrics.RuntimeMetrics;
import io.hydrant.runtime.tracing.CorrelationContexts;
import io.hydrant.runtime.tracing.Tracing;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Measures and traces each call to KMS. */
public record KmsMetrics(RuntimeMetrics meters, Tracing spans) implements KmsInterceptor {
  @Override
  public <O> CompletionStage<Reply<O>> intercept(
      Call call, Supplier<CompletionStage<Reply<O>>> next) {
    long start = System.nanoTime();
    Tracing.Span span = spans.kmsCall(call.operation(), call.key(), call.stream());
    return CorrelationContexts.kept(
        CorrelationContexts.runIn(span.origin(), next)
            .whenComplete(
                (reply, failure) -> {
                  String outcome =
                      failure == null
                          ? reply.fold(done -> "OK", refusal -> refusal.code())
                          : "NoAnswer";
                  meters.kmsCall(call.operation(), outcome, System.nanoTime() - start);
                  span.ended(outcome);
                }));
  }
}
