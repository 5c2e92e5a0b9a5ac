package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Event;

/**
 * One kind of entity.
 *
 * @param name the first part of its persistence ids, for example {@code stream}
 * @param events the sealed interface of its events
 * @param initial the state before the first event
 */
public record EntityKind<S, E extends Event<S>>(String name, Class<E> events, S initial) {}
