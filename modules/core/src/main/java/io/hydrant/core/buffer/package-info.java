/**
 * The entity that holds a stream's records until they are delivered: batches, back-pressure,
 * epochs.
 */
package io.hydrant.core.buffer;
