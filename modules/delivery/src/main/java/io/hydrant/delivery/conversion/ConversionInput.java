package io.hydrant.delivery.conversion;

import io.hydrant.core.id.Bytes;
import java.time.Instant;

/**
 * A record to convert.
 *
 * @param arrivedAt when it was put
 * @param data one JSON object, or several that follow each other
 * @param sequence its number in the stream, which error lines show
 */
public record ConversionInput(Instant arrivedAt, Bytes data, long sequence) {}
