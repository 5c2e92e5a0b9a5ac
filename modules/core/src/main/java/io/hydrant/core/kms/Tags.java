package io.hydrant.core.kms;

import io.hydrant.core.entity.ServiceError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules for a key's tags. */
final class Tags {
  private Tags() {}

  static Optional<ServiceError> refusal(List<Tag> tags) {
    if (tags.size() > KmsLimits.TAGS) {
      return Optional.of(KmsErrors.tooManyTags());
    }
    if (tags.stream().map(Tag::key).distinct().count() < tags.size()) {
      return Optional.of(KmsErrors.duplicateTags());
    }
    return tags.stream().anyMatch(tag -> tag.key().startsWith("aws:"))
        ? Optional.of(KmsErrors.reservedTag())
        : Optional.empty();
  }

  /** Returns the tags with others added; for the same key, the newer value counts. */
  static List<Tag> merged(List<Tag> tags, List<Tag> added) {
    Map<String, Tag> all = new LinkedHashMap<>();
    tags.forEach(tag -> all.put(tag.key(), tag));
    added.forEach(tag -> all.put(tag.key(), tag));
    return List.copyOf(all.values());
  }
}
