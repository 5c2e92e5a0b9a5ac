/** Traces in the OpenTelemetry protocol. */
package io.hydrant.server.tracing;
