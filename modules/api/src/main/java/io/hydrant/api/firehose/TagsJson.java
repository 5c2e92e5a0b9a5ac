package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.stream.Tag;
import java.util.ArrayList;
import java.util.List;

/** Lists of tags. */
final class TagsJson {
  private TagsJson() {}

  static List<Tag> read(JsonNode input) {
    List<Tag> tags = new ArrayList<>();
    Json.member(input, "Tags")
        .ifPresent(
            all ->
                all.forEach(
                    tag -> tags.add(new Tag(Json.required(tag, "Key"), Json.text(tag, "Value")))));
    return tags;
  }

  static ArrayNode write(List<Tag> tags) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Tag tag : tags) {
      ObjectNode json = array.addObject().put("Key", tag.key());
      tag.value().ifPresent(value -> json.put("Value", value));
    }
    return array;
  }
}
