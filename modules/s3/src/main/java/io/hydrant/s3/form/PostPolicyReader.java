package io.hydrant.s3.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.s3.json.Json;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the policies of forms. */
final class PostPolicyReader {
  private static final String INVALID_CONDITION = "Invalid Condition: ";
  private static final String INVALID_SIMPLE = "Invalid Simple-Condition: ";

  private PostPolicyReader() {}

  /**
   * @param base64 the field {@code policy}
   * @throws io.hydrant.s3.error.S3Exception InvalidPolicyDocument
   */
  static PostPolicy read(String base64) {
    JsonNode json = json(base64);
    JsonNode conditions = json.path("conditions");
    if (!json.has("expiration")) {
      throw FormErrors.invalidPolicy("Policy missing expiration.").exception();
    }
    Instant expiration = expiration(json.get("expiration"));
    if (!json.has("conditions")) {
      throw FormErrors.invalidPolicy("Policy missing conditions.").exception();
    }
    if (!conditions.isArray()) {
      throw FormErrors.invalidPolicy("Invalid 'conditions' value: must be a List.").exception();
    }
    List<PostCondition> read = new ArrayList<>();
    conditions.forEach(condition -> read.add(condition(condition)));
    return new PostPolicy(expiration, read);
  }

  private static JsonNode json(String base64) {
    try {
      JsonNode json = Json.MAPPER.readTree(Base64.getMimeDecoder().decode(base64));
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (IOException | IllegalArgumentException malformed) {
      // It is refused below.
    }
    throw FormErrors.invalidPolicy("Invalid JSON.").exception();
  }

  private static Instant expiration(JsonNode node) {
    try {
      return Instant.parse(node.asText());
    } catch (DateTimeException malformed) {
      throw FormErrors.invalidPolicy("Invalid 'expiration' value: '" + node.asText() + "'")
          .exception();
    }
  }

  private static PostCondition condition(JsonNode node) {
    if (node.isObject()) {
      return simple(node);
    }
    if (!node.isArray() || node.size() != 3 || !node.get(0).isTextual()) {
      throw FormErrors.invalidPolicy(
              INVALID_CONDITION + "each must be an object or a list of an operator and two values.")
          .exception();
    }
    String operator = node.get(0).textValue().toLowerCase(Locale.ROOT);
    return switch (operator) {
      case "eq" -> new PostCondition.Equal(field(node.get(1)), text(node.get(2)));
      case "starts-with" -> new PostCondition.Prefix(field(node.get(1)), text(node.get(2)));
      case "content-length-range" ->
          new PostCondition.Size(number(node.get(1)), number(node.get(2)));
      default ->
          throw FormErrors.invalidPolicy(
                  INVALID_CONDITION + "unknown operation '" + operator + "'.")
              .exception();
    };
  }

  private static PostCondition simple(JsonNode node) {
    if (node.size() != 1) {
      throw FormErrors.invalidPolicy(
              INVALID_SIMPLE + "Simple-Conditions must have exactly one property specified.")
          .exception();
    }
    Map.Entry<String, JsonNode> only = node.properties().iterator().next();
    if (!only.getValue().isTextual()) {
      throw FormErrors.invalidPolicy(INVALID_SIMPLE + "value must be a string.").exception();
    }
    return new PostCondition.Equal(
        only.getKey().toLowerCase(Locale.ROOT), only.getValue().textValue());
  }

  private static String field(JsonNode node) {
    if (!node.isTextual() || !node.textValue().startsWith("$")) {
      throw FormErrors.invalidPolicy(
              INVALID_CONDITION + "match target must be a string that begins with '$'.")
          .exception();
    }
    return node.textValue().substring(1).toLowerCase(Locale.ROOT);
  }

  private static String text(JsonNode node) {
    if (!node.isTextual()) {
      throw FormErrors.invalidPolicy(INVALID_CONDITION + "value must be a string.").exception();
    }
    return node.textValue();
  }

  /** Some clients write numbers as text. */
  private static long number(JsonNode node) {
    String text = node.asText();
    if (!text.matches("[0-9]{1,18}")) {
      throw FormErrors.invalidPolicy(
              "Invalid content-length-range: the values must be numbers that are not negative.")
          .exception();
    }
    return Long.parseLong(text);
  }
}
