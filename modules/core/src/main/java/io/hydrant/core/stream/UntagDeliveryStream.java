package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import java.time.Instant;
import java.util.List;

/** UntagDeliveryStream: removes tags; tag keys that the stream lacks are ignored. */
public record UntagDeliveryStream(List<String> tagKeys)
    implements StreamCommand.OfExisting<NoOutput> {
  @Override
  public Decision<StreamEvent, NoOutput> decide(DeliveryStream stream, Instant now) {
    if (tagKeys.stream().noneMatch(stream.tags()::containsKey)) {
      return Decision.answer(new NoOutput());
    }
    return Decision.store(new StreamEvent.StreamUntagged(now, tagKeys), new NoOutput());
  }
}
