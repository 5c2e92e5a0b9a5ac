package io.hydrant.core.kms;

import io.hydrant.core.collection.PersistentSortedMap;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** ListResourceTags: lists a key's tags in the order of their keys. */
public record ListResourceTags(
    Caller caller, KeyArn key, Optional<Integer> limit, Optional<String> marker)
    implements KeyCommand<Page<Tag>> {
  @Override
  public Decision<KeyEvent, Page<Tag>> decideFor(Key.Present present, Instant now) {
    int size = limit.orElse(KmsLimits.LIST_DEFAULT);
    if (size > KmsLimits.LIST_TAGS_MAX) {
      return Decision.refuse(KmsErrors.above("limit", size, KmsLimits.LIST_TAGS_MAX));
    }
    TreeMap<String, Tag> tags = new TreeMap<>();
    present.tags().forEach(tag -> tags.put(tag.key(), tag));
    return Decision.reply(
        Page.of("tags of " + key, PersistentSortedMap.copyOf(tags), tag -> true, marker, size));
  }
}
