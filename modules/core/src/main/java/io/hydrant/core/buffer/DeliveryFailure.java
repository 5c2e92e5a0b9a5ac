package io.hydrant.core.buffer;

import java.time.Instant;

/**
 * The failed attempts to deliver a batch, or to process records.
 *
 * @param since when the first of them failed
 * @param attempts how many have failed in a row, at least 1
 * @param retryAt when the next one is due
 * @param reason why the last one failed, in a sentence without secrets
 */
public record DeliveryFailure(Instant since, int attempts, Instant retryAt, String reason) {
  DeliveryFailure dueAt(Instant at) {
    return new DeliveryFailure(since, attempts, at.isBefore(retryAt) ? at : retryAt, reason);
  }
}
