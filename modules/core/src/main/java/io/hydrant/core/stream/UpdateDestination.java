package io.hydrant.core.stream;

import io.hydrant.core.document.Document.Structure;

/**
 * @param updates every {@code …DestinationUpdate} member that was given, under its own name
 */
public record UpdateDestination(
    String currentDeliveryStreamVersionId, String destinationId, Structure updates) {}
