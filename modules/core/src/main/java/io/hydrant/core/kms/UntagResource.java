package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** UntagResource: removes tags; tag keys that the key lacks are ignored. */
public record UntagResource(Caller caller, KeyArn key, List<String> tagKeys)
    implements KeyCommand<NoOutput> {
  public UntagResource {
    tagKeys = List.copyOf(tagKeys);
  }

  @Override
  public Map<String, List<String>> conditionKeys() {
    return Map.of("aws:TagKeys", tagKeys);
  }

  @Override
  public Decision<KeyEvent, NoOutput> decideFor(Key.Present present, Instant now) {
    if (KeyStateRules.pendingDeletion(present.metadata()).isPresent()) {
      return Decision.refuse(KmsErrors.pendingDeletion(present.arn()));
    }
    return present.tags().stream().map(Tag::key).noneMatch(tagKeys::contains)
        ? Decision.answer(new NoOutput())
        : Decision.store(new KeyEvent.KeyUntagged(now, tagKeys), new NoOutput());
  }
}
