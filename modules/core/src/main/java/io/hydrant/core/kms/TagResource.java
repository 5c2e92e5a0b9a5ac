package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** TagResource: adds tags, or gives tags of the same key another value. */
public record TagResource(Caller caller, KeyArn key, List<Tag> tags)
    implements KeyCommand<NoOutput> {
  public TagResource {
    tags = List.copyOf(tags);
  }

  @Override
  public Map<String, List<String>> conditionKeys() {
    return KmsConditionKeys.ofTags(tags);
  }

  @Override
  public Decision<KeyEvent, NoOutput> decideFor(Key.Present present, Instant now) {
    Optional<ServiceError> refusal =
        KeyStateRules.pendingDeletion(present.metadata())
            .or(() -> Tags.refusal(tags))
            .or(() -> Tags.refusal(Tags.merged(present.tags(), tags)));
    return refusal
        .map(Decision::<KeyEvent, NoOutput>refuse)
        .orElseGet(
            () ->
                tags.isEmpty()
                    ? Decision.answer(new NoOutput())
                    : Decision.store(new KeyEvent.KeyTagged(now, tags), new NoOutput()));
  }
}
