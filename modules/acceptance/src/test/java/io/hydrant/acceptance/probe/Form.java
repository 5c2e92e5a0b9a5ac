package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One declared shape as it stands in the file, read without the code under test. */
record Form(String name, JsonNode declared) {
  enum Type {
    STRUCTURE,
    LIST,
    MAP,
    STRING,
    BLOB,
    INTEGER,
    DOUBLE,
    BOOLEAN,
    TIMESTAMP
  }

  Type type() {
    return Type.valueOf(declared.get("type").asText().toUpperCase(java.util.Locale.ROOT));
  }

  Optional<Integer> min() {
    return Optional.ofNullable(declared.get("min")).map(JsonNode::intValue);
  }

  Optional<Integer> max() {
    return Optional.ofNullable(declared.get("max")).map(JsonNode::intValue);
  }

  Optional<String> pattern() {
    return Optional.ofNullable(declared.get("pattern")).map(JsonNode::textValue);
  }

  List<String> values() {
    List<String> all = new ArrayList<>();
    declared.path("enum").forEach(value -> all.add(value.textValue()));
    return all;
  }

  /** What a list's elements or a map's values are. */
  String element() {
    return declared.get("of").textValue();
  }

  String key() {
    return declared.get("by").textValue();
  }

  Map<String, Member> members() {
    Map<String, Member> all = new LinkedHashMap<>();
    declared
        .path("members")
        .properties()
        .forEach(
            each -> {
              String shape = each.getValue().textValue();
              all.put(each.getKey(), new Member(shape.replace("!", ""), shape.endsWith("!")));
            });
    return all;
  }

  record Member(String shape, boolean required) {}
}
