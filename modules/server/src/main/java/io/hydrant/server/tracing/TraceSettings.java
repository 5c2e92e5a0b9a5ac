package io.hydrant.server.tracing;

import java.net.URI;

/**
 * Where spans are sent.
 *
 * @param endpoint takes OTLP over HTTP, for example {@code http://127.0.0.1:4318/v1/traces}
 * @param ratio of the calls that begin a trace; a caller's trace is followed as the caller says
 * @param service the service's name in the spans
 */
public record TraceSettings(URI endpoint, double ratio, String service) {}
