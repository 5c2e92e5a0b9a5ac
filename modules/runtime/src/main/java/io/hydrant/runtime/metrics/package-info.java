/** Metrics of the actors. */
package io.hydrant.runtime.metrics;
