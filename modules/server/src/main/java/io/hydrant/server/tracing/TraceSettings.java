package io.hydrant.server.tracing;

import java.net.URI;

/**
 * The collector of spans.
 *
 * @param endpoint takes OTLP over HTTP, for example {@code http://127.0.0.1:4318/v1/traces}
 * @param ratio the part of calls without a trace that start one, 0 to 1
 * @param service the service's name in the spans
 */
public record TraceSettings(URI endpoint, double ratio, String service) {}
