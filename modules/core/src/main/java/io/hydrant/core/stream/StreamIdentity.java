package io.hydrant.core.stream;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.id.StreamArn;
import java.time.Instant;

/**
 * The part of a stream that never changes.
 *
 * @param generation counts the streams that have had this name, from 1
 */
public record StreamIdentity(
    StreamArn arn, int generation, DeliveryStreamType type, Instant createdAt) {}
