package io.hydrant.core.stream;

import io.hydrant.core.id.StreamArn;

/**
 * No stream has this name now.
 *
 * @param generations how many streams have had it; each has its own budget and buffer
 */
public record Nonexistent(StreamArn arn, int generations) implements StreamState {}
