package io.hydrant.core.stream;

import java.time.Duration;

/**
 * The minimum durations of the asynchronous steps. AWS's own durations vary; here they are
 * settings, and the resulting end time is stored with the event, so that a replay needs no
 * settings.
 *
 * @param propagation how long after ENABLED or DISABLED records are still treated as before, "up to
 *     5 seconds"
 */
public record TransitionDelays(
    Duration creating, Duration enabling, Duration disabling, Duration propagation) {}
