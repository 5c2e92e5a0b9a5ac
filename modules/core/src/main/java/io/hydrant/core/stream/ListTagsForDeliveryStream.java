package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** ListTagsForDeliveryStream: the tags after a key, in the order of the keys. */
public record ListTagsForDeliveryStream(
    Optional<String> exclusiveStartTagKey, Optional<Integer> limit)
    implements StreamCommand.OfExisting<ListTagsForDeliveryStream.Output> {
  public record Output(List<Tag> tags, boolean hasMoreTags) {}

  @Override
  public Decision<StreamEvent, Output> decide(DeliveryStream stream, Instant now) {
    int most = limit.orElse(StreamLimits.LIST_TAGS_LIMIT_DEFAULT);
    List<Tag> rest =
        stream.tags().entrySet().stream()
            .map(tag -> new Tag(tag.getKey(), tag.getValue()))
            .sorted(java.util.Comparator.comparing(Tag::key))
            .filter(tag -> exclusiveStartTagKey.map(s -> tag.key().compareTo(s) > 0).orElse(true))
            .toList();
    return Decision.answer(new Output(rest.stream().limit(most).toList(), rest.size() > most));
  }
}
