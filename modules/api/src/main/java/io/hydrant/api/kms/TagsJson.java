package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
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
            tag -> tags.add(new Tag(Json.required(tag, "TagKey"), Json.required(tag, "TagValue"))));
    return tags;
  }

  static JsonNode write(Tag tag) {
    return Json.object().put("TagKey", tag.key()).put("TagValue", tag.value());
  }
}
