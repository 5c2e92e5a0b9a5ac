package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import java.time.Instant;

/** Whether the stream uses a key, is about to, or has not quite left it. No API operation. */
public record UsesKey(String keyArn) implements StreamCommand.OfExisting<Boolean> {
  @Override
  public Decision<StreamEvent, Boolean> decide(DeliveryStream stream, Instant now) {
    boolean attempted =
        stream.encryption() instanceof Encryption.Enabling enabling
            && enabling.target().keyArn().equals(keyArn);
    boolean sealing = stream.epochs().stream().anyMatch(epoch -> epoch.keyArn().equals(keyArn));
    return Decision.answer(attempted || sealing);
  }
}
