package io.hydrant.replay.source;

import io.hydrant.core.id.Bytes;

/** An event in its stored form, which is decoded on demand. */
public record EncodedEvent(String entity, long number, String name, Bytes bytes)
    implements StoredEvent {}
