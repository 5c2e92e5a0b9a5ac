package io.hydrant.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.id.Bytes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** AWS JSON 1.1: members read and written as the protocol has them. */
public final class Json {
  public static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MILLI_DIGITS = 3;

  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The output of an operation whose answer has no body. */
  public static JsonNode noBody() {
    return MissingNode.getInstance();
  }

  public static Optional<JsonNode> member(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
  }

  public static Optional<String> text(JsonNode node, String name) {
    return member(node, name).map(JsonNode::textValue);
  }

  /** A required member: the validator has seen it. */
  public static String required(JsonNode node, String name) {
    return node.get(name).textValue();
  }

  public static Optional<Integer> integer(JsonNode node, String name) {
    return member(node, name).map(JsonNode::intValue);
  }

  public static boolean isTrue(JsonNode node, String name) {
    return member(node, name).filter(JsonNode::booleanValue).isPresent();
  }

  public static Bytes blob(JsonNode node, String name) {
    return Bytes.wrap(Base64.getDecoder().decode(required(node, name)));
  }

  public static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.unsafeArray());
  }

  public static Map<String, String> map(JsonNode node, String name) {
    Map<String, String> map = new LinkedHashMap<>();
    member(node, name)
        .ifPresent(
            value ->
                value
                    .properties()
                    .forEach(each -> map.put(each.getKey(), each.getValue().textValue())));
    return map;
  }

  public static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    member(node, name).ifPresent(value -> value.forEach(each -> texts.add(each.textValue())));
    return texts;
  }

  /** Epoch seconds, to the millisecond. */
  public static BigDecimal seconds(Instant instant) {
    return BigDecimal.valueOf(instant.toEpochMilli(), MILLI_DIGITS);
  }
}
