package io.hydrant.server.tracing;

import io.hydrant.core.id.CorrelationContext;
import io.hydrant.core.id.StreamArn;
import io.hydrant.runtime.tracing.CorrelationContexts;
import io.hydrant.runtime.tracing.Tracing;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Spans of what happens behind the calls. */
final class RuntimeSpans implements Tracing {
  private final Tracer tracer;

  RuntimeSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public Span kmsCall(String operation, String key, Optional<StreamArn> stream) {
    SpanBuilder span =
        tracer
            .spanBuilder("KMS." + operation)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("rpc.system", "aws-api")
            .setAttribute("rpc.service", "KMS")
            .setAttribute("rpc.method", operation)
            .setAttribute(Names.KEY, key);
    stream.ifPresent(arn -> span.setAttribute(Names.STREAM, arn.toString()));
    return below(CorrelationContexts.current(), span);
  }

  @Override
  public Span delivery(StreamArn stream) {
    return below(
        CorrelationContext.NONE,
        tracer.spanBuilder("Firehose delivery").setAttribute(Names.STREAM, stream.toString()));
  }

  @Override
  public Span objectWrite(String bucket, String key) {
    return below(
        CorrelationContexts.current(),
        tracer
            .spanBuilder("S3.PutObject")
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("rpc.system", "aws-api")
            .setAttribute("rpc.service", "S3")
            .setAttribute("rpc.method", "PutObject")
            .setAttribute("aws.s3.bucket", bucket)
            .setAttribute("aws.s3.key", key));
  }

  /** Starts no trace for work without a parent: a node writes much by itself. */
  @Override
  public Span journalWrite(String entity, Supplier<List<CorrelationContext>> causes) {
    List<CorrelationContext> traced =
        causes.get().stream().filter(origin -> origin.traceparent().isPresent()).toList();
    if (traced.isEmpty()) {
      return Span.NONE;
    }
    SpanBuilder span = tracer.spanBuilder("journal write").setAttribute(Names.ENTITY, entity);
    traced.stream()
        .skip(1)
        .map(origin -> TraceHeader.span(origin.traceparent()))
        .filter(SpanContext::isValid)
        .forEach(span::addLink);
    return below(traced.get(0), span);
  }

  private static Span below(CorrelationContext origin, SpanBuilder builder) {
    Context parent = TraceHeader.context(origin.traceparent());
    io.opentelemetry.api.trace.Span span = builder.setParent(parent).startSpan();
    CorrelationContext own = origin.in(TraceHeader.of(span.getSpanContext()));
    return new Span() {
      @Override
      public CorrelationContext origin() {
        return own;
      }

      @Override
      public void ended(String outcome) {
        Names.end(span, outcome);
      }
    };
  }
}
