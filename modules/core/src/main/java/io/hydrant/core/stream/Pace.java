package io.hydrant.core.stream;

import java.time.Duration;

/**
 * How long the asynchronous steps take at least. AWS's own durations vary; here they are settings,
 * and the instant that follows from them is stored with the event, so that a replay needs no
 * settings.
 */
public record Pace(Duration creating, Duration enabling, Duration disabling) {}
