package io.hydrant.core.stream;

import java.util.List;
import java.util.Optional;

public record ListTagsForDeliveryStream(
    Optional<String> exclusiveStartTagKey, Optional<Integer> limit) {
  public record Output(List<Tag> tags, boolean hasMoreTags) {}
}
