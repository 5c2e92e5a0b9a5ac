package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import io.hydrant.core.entity.Refusal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** TagDeliveryStream: adds tags, or gives those of the same key another value. */
public record TagDeliveryStream(List<Tag> tags) implements StreamCommand.OfExisting<Empty> {
  @Override
  public Decision<StreamEvent, Empty> decide(DeliveryStream stream, Instant now) {
    Optional<Refusal> wrong = TagRules.check(tags);
    if (wrong.isPresent()) {
      return Decision.refuse(wrong.get());
    }
    Set<String> keys = new HashSet<>(stream.tags().keySet());
    tags.forEach(tag -> keys.add(tag.key()));
    if (keys.size() > Limits.TAGS_MAX) {
      return Decision.refuse(
          Errors.limitExceeded("A stream can have at most " + Limits.TAGS_MAX + " tags."));
    }
    return Decision.store(new StreamEvent.StreamTagged(now, tags), new Empty());
  }
}
