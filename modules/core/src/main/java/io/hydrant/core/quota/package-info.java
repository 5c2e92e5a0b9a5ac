/** Quotas: encryption calls in 24 hours, streams of a key, throughput of a stream. */
package io.hydrant.core.quota;
