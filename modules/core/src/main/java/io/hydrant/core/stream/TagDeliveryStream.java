package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.ServiceError;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** TagDeliveryStream: adds tags, or gives those of the same key another value. */
public record TagDeliveryStream(List<Tag> tags) implements StreamCommand.OfExisting<NoOutput> {
  @Override
  public Decision<StreamEvent, NoOutput> decide(DeliveryStream stream, Instant now) {
    Optional<ServiceError> wrong = TagRules.check(tags);
    if (wrong.isPresent()) {
      return Decision.refuse(wrong.get());
    }
    Set<String> keys = new HashSet<>(stream.tags().keySet());
    tags.forEach(tag -> keys.add(tag.key()));
    if (keys.size() > StreamLimits.TAGS_MAX) {
      return Decision.refuse(
          StreamErrors.limitExceeded(
              "A stream can have at most " + StreamLimits.TAGS_MAX + " tags."));
    }
    return Decision.store(new StreamEvent.StreamTagged(now, tags), new NoOutput());
  }
}
