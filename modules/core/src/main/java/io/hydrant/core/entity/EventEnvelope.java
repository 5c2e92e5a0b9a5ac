package io.hydrant.core.entity;

/**
 * An event and the call that led to it, as the journal holds them together. The rules know only the
 * event: who called never decides what a state becomes.
 */
public record EventEnvelope<E extends Event<?>>(E event, EventMetadata metadata) {}
