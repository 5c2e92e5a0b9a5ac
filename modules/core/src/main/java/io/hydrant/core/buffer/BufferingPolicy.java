package io.hydrant.core.buffer;

/** BufferingHints: deliver at this size or after this interval, whichever comes first. */
public record BufferingPolicy(long sizeBytes, int intervalSeconds) {}
