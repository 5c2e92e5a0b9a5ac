package io.hydrant.core.stream;

import io.hydrant.core.entity.ServiceError;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The rules for a list of tags. */
final class TagRules {
  private TagRules() {}

  static Optional<ServiceError> check(List<Tag> tags) {
    Set<String> seen = new HashSet<>();
    for (Tag tag : tags) {
      if (tag.key().toLowerCase(Locale.ROOT).startsWith("aws:")) {
        return Optional.of(
            StreamErrors.invalidArgument(
                "Tag keys that begin with aws: are reserved: " + tag.key()));
      }
      if (!seen.add(tag.key())) {
        return Optional.of(StreamErrors.invalidArgument("Duplicate tag key: " + tag.key()));
      }
    }
    return Optional.empty();
  }
}
