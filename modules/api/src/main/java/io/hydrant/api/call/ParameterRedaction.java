package io.hydrant.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reduces a call's parameters to what the audit may keep: names and choices. Records, plaintext and
 * cipher text, tokens, policies and whole destinations, which may hold passwords, are replaced by
 * their sizes.
 */
public final class ParameterRedaction {
  private static final Set<String> SECRET =
      Set.of("Plaintext", "CiphertextBlob", "Message", "GrantTokens", "GrantToken", "Policy");

  private static final Set<String> KEPT_WHOLE =
      Set.of("DeliveryStreamEncryptionConfigurationInput", "Constraints", "EncryptionContext");

  private static final int TEXT_CHARS_MAX = 2_048;

  private ParameterRedaction() {}

  public static JsonNode of(JsonNode input) {
    ObjectNode kept = Json.object();
    for (Map.Entry<String, JsonNode> member : input.properties()) {
      JsonNode value = member.getValue();
      if (isKept(member.getKey(), value)) {
        kept.set(member.getKey(), value);
      } else {
        kept.put(member.getKey(), "(" + size(value) + ")");
      }
    }
    return kept;
  }

  private static boolean isKept(String name, JsonNode value) {
    return !SECRET.contains(name)
        && (isShortScalar(value)
            || isListOfScalars(value)
            || (KEPT_WHOLE.contains(name) && value.toString().length() <= TEXT_CHARS_MAX));
  }

  private static boolean isShortScalar(JsonNode value) {
    return value.isValueNode() && value.asText().length() <= TEXT_CHARS_MAX;
  }

  private static boolean isListOfScalars(JsonNode value) {
    return value.isArray()
        && value.toString().length() <= TEXT_CHARS_MAX
        && List.of(JsonNodeType.STRING, JsonNodeType.NUMBER, JsonNodeType.BOOLEAN)
            .containsAll(value.valueStream().map(JsonNode::getNodeType).toList());
  }

  private static String size(JsonNode value) {
    if (value.isTextual()) {
      return value.asText().length() + " characters";
    }
    return value.isArray() ? value.size() + " items" : "not kept";
  }
}
