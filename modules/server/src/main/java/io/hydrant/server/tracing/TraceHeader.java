package io.hydrant.server.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Optional;

/** The W3C header traceparent, which names a span. */
final class TraceHeader {
  private static final String NAME = "traceparent";

  private TraceHeader() {}

  /** Reads the header; an invalid one counts as missing. */
  static Context context(Optional<String> header) {
    return header
        .map(value -> W3CTraceContextPropagator.getInstance().extract(Context.root(), value, ONE))
        .orElse(Context.root());
  }

  static SpanContext span(Optional<String> header) {
    return Span.fromContext(context(header)).getSpanContext();
  }

  static String of(SpanContext span) {
    return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex();
  }

  /** The text itself is all the headers that there are; the library wants null for the others. */
  private static final TextMapGetter<String> ONE =
      (carrier, key) -> NAME.equals(key) ? carrier : null;
}
