package io.hydrant.replay.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A difference between two answers of the API.
 *
 * @param pointer a JSON pointer
 * @param before the value before; a missing node where there was none
 */
public record Difference(String pointer, JsonNode before, JsonNode after) {
  public static List<Difference> between(JsonNode before, JsonNode after) {
    List<Difference> found = new ArrayList<>();
    compare("", before, after, found);
    return found;
  }

  private static void compare(
      String pointer, JsonNode before, JsonNode after, List<Difference> found) {
    if (before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      for (Map.Entry<String, JsonNode> member : before.properties()) {
        compare(
            pointer + "/" + member.getKey(), member.getValue(), after.path(member.getKey()), found);
      }
      for (Map.Entry<String, JsonNode> member : after.properties()) {
        if (!before.has(member.getKey())) {
          compare(
              pointer + "/" + member.getKey(),
              before.path(member.getKey()),
              member.getValue(),
              found);
        }
      }
      return;
    }
    if (before.isArray() && after.isArray()) {
      for (int place = 0; place < Math.max(before.size(), after.size()); place++) {
        compare(pointer + "/" + place, before.path(place), after.path(place), found);
      }
      return;
    }
    found.add(new Difference(pointer, before, after));
  }

  @Override
  public String toString() {
    return pointer + ": " + shown(before) + " -> " + shown(after);
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? "(nothing)" : node.toString();
  }
}
