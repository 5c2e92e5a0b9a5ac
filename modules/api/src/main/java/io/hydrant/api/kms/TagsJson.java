package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.kms.Tag;
import java.util.ArrayList;
import java.util.List;

/** Tags of keys. */
final class TagsJson {
  private TagsJson() {}

  static List<Tag> read(JsonNode input) {
    List<Tag> tags = new ArrayList<>();
    input
        .path("Tags")
        .forEach(
            tag -> tags.add(new Tag(Members.text(tag, "TagKey"), Members.text(tag, "TagValue"))));
    return tags;
  }

  static JsonNode write(Tag tag) {
    return Answers.object().put("TagKey", tag.key()).put("TagValue", tag.value());
  }
}
