package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;
import java.util.List;

/** UntagDeliveryStream: a key that the stream does not have is passed over. */
public record UntagDeliveryStream(List<String> tagKeys) implements StreamCommand.OfExisting<Empty> {
  @Override
  public Decision<StreamEvent, Empty> decide(DeliveryStream stream, Instant now) {
    if (tagKeys.stream().noneMatch(stream.tags()::containsKey)) {
      return Decision.answer(new Empty());
    }
    return Decision.store(new StreamEvent.StreamUntagged(now, tagKeys), new Empty());
  }
}
