package io.hydrant.replay.source;

import io.hydrant.core.id.Bytes;

/**
 * One event as it lies in a journal, not yet understood.
 *
 * @param entity {@code TYPE|ID}, for example {@code stream|000000000000/us-east-1/orders}
 * @param number its place in that entity's history, from 1
 * @param name the stored name, for example {@code stream.created/1}
 * @param bytes the stored form
 */
public record StoredEvent(String entity, long number, String name, Bytes bytes) {}
