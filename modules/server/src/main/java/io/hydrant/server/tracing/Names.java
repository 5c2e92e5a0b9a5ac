package io.hydrant.server.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/** The names of attributes, and the end of a span. */
final class Names {
  static final String STREAM = "hydrant.stream";
  static final String KEY = "hydrant.key";
  static final String ENTITY = "hydrant.entity";
  static final String OUTCOME = "hydrant.outcome";
  static final String OK = "OK";

  private Names() {}

  static void end(Span span, String outcome) {
    span.setAttribute(OUTCOME, outcome);
    if (!outcome.equals(OK)) {
      span.setAttribute("error.type", outcome);
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }
}
