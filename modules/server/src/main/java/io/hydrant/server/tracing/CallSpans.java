package io.hydrant.server.tracing;

import io.hydrant.api.call.CallContext;
import io.hydrant.api.call.CallInterceptor;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.runtime.tracing.CorrelationContexts;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A span for every call, below the caller's where the caller tells one. */
final class CallSpans implements CallInterceptor {
  private final Tracer tracer;

  CallSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public <O> CompletionStage<Reply<O>> watched(
      CallContext call, Supplier<CompletionStage<Reply<O>>> answer) {
    String service = call.service().equals("FIREHOSE") ? "Firehose" : call.service();
    Span span =
        tracer
            .spanBuilder(service + "." + call.operation())
            .setSpanKind(SpanKind.SERVER)
            .setParent(TraceHeader.context(call.traceparent()))
            .setAttribute("rpc.system", "aws-api")
            .setAttribute("rpc.service", service)
            .setAttribute("rpc.method", call.operation())
            .setAttribute("aws.request_id", call.requestId())
            .startSpan();
    if (!call.resources().isEmpty()) {
      span.setAttribute(
          service.equals("KMS") ? Names.KEY : Names.STREAM, String.join(" ", call.resources()));
    }
    CorrelationContext origin =
        CorrelationContext.request(call.requestId()).in(TraceHeader.of(span.getSpanContext()));
    return begun(() -> CorrelationContexts.runIn(origin, answer))
        .whenComplete(
            (reply, failure) ->
                Names.end(
                    span,
                    failure == null
                        ? reply.fold(done -> Names.OK, refusal -> refusal.code())
                        : "NoAnswer"));
  }

  private static <O> CompletionStage<O> begun(Supplier<CompletionStage<O>> answer) {
    try {
      return answer.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
