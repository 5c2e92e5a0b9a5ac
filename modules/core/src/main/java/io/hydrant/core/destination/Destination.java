package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;

/**
 * A stream's only destination, its configuration as it was given, but for secrets that no operation
 * describes back: they are encrypted, and absent from streams of builds that did not store them.
 */
public record Destination(DestinationType type, Structure configuration) {}
