package io.hydrant.delivery.report;

import io.hydrant.core.buffer.OutputPlace;

/**
 * A delivered object.
 *
 * @param records how many it holds
 * @param bytes their size, before conversion and compression
 */
public record DeliveredObject(OutputPlace.Kind place, long records, long bytes) {}
