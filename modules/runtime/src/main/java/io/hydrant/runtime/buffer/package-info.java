/** Actors of buffers: group commit, sealing, deduplication, delivery of batches. */
package io.hydrant.runtime.buffer;
