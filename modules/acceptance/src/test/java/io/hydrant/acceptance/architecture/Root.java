package io.hydrant.acceptance.architecture;

import io.hydrant.acceptance.architecture.low.Low;

/** One half of a circle between a root package and its sub-package, which the rule must find. */
public record Root(Low below) {}
