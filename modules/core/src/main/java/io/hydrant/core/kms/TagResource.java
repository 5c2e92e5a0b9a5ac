package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds tags, or gives those of the same key another value. */
public record TagResource(Caller caller, KeyArn key, List<Tag> tags) implements KeyCommand<Empty> {
  public TagResource {
    tags = List.copyOf(tags);
  }

  @Override
  public Map<String, List<String>> conditionKeys() {
    return RequestKeys.ofTags(tags);
  }

  @Override
  public Decision<KeyEvent, Empty> decideFor(Key.Present present, Instant now) {
    Optional<Refusal> refusal =
        States.pendingDeletion(present.metadata())
            .or(() -> Tags.refusal(tags))
            .or(() -> Tags.refusal(Tags.merged(present.tags(), tags)));
    return refusal
        .map(Decision::<KeyEvent, Empty>refuse)
        .orElseGet(
            () ->
                tags.isEmpty()
                    ? Decision.answer(new Empty())
                    : Decision.store(new KeyEvent.KeyTagged(now, tags), new Empty()));
  }
}
