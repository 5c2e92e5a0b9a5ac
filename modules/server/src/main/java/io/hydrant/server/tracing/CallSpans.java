package io.hydrant.server.tracing;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.CallContext;
import io.hydrant.api.call.CallInterceptor;
import io.hydrant.api.call.CallOutcome;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.runtime.tracing.CorrelationContexts;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.concurrent.CompletionStage;

/** Starts a span for every call, as a child of the caller's span where the call names one. */
record CallSpans(Tracer tracer) implements CallInterceptor {
  @Override
  public CompletionStage<Reply<JsonNode>> intercept(CallContext call, JsonNode input, Next next) {
    boolean kms = call.service() == Fault.Service.KMS;
    String service = kms ? "KMS" : "Firehose";
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
      span.setAttribute(kms ? Names.KEY : Names.STREAM, String.join(" ", call.resources()));
    }
    CorrelationContext origin =
        CorrelationContext.request(call.requestId()).in(TraceHeader.of(span.getSpanContext()));
    return CorrelationContexts.runIn(origin, () -> next.proceed(input))
        .whenComplete((reply, failure) -> Names.end(span, CallOutcome.of(reply, failure)));
  }
}
