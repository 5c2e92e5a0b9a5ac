package io.hydrant.core.entity;

import java.time.Instant;

/**
 * Work that follows from a state and is not done yet, a function of the state alone: after a crash
 * the same work is found again.
 *
 * @param task what to do; equal tasks are the same piece of work
 * @param due not before this instant of the service's clock
 */
public record PendingTask<T>(T task, Instant due) {}
