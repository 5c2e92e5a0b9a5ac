/** Metrics in the Prometheus format. */
package io.hydrant.server.metrics;
