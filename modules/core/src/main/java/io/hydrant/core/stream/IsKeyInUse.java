package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import java.time.Instant;

/**
 * Asks whether the stream uses a customer's key, is about to, or still has records or a grant of
 * it. No API operation.
 */
public record IsKeyInUse(String keyArn) implements StreamCommand.OfExisting<Boolean> {
  @Override
  public Decision<StreamEvent, Boolean> decide(DeliveryStream stream, Instant now) {
    return Decision.answer(stream.customerKeys().contains(keyArn));
  }
}
