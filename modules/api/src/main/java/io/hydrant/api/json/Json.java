package io.hydrant.api.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.id.Bytes;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** AWS JSON 1.1: members read and written as the protocol has them. */
public final class Json {
  /**
   * Interns and canonicalizes no names. They are chosen by clients: a table of them, or the JVM's
   * own of interned strings, would grow with every name and be searched linearly where many share a
   * hash.
   */
  public static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
              .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
              .build());

  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final int MILLI_DIGITS = 3;

  private Json() {}

  /**
   * Reads what a client sent; nothing is a missing node.
   *
   * @throws IOException for bytes that are not UTF-8 or not JSON
   */
  public static JsonNode read(byte[] sent) throws IOException {
    try (JsonParser parser = parser(sent)) {
      return Optional.ofNullable(MAPPER.<JsonNode>readTree(parser))
          .orElseGet(MissingNode::getInstance);
    }
  }

  /**
   * Returns a parser of what a client sent. The text is decoded here, because Jackson's reader
   * without a table of names replaces bytes that are not UTF-8.
   *
   * @throws CharacterCodingException for bytes that are not UTF-8
   */
  public static JsonParser parser(byte[] sent) throws IOException {
    CharBuffer text =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(sent));
    int start = text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK ? 1 : 0;
    return MAPPER
        .getFactory()
        .createParser(text.array(), text.arrayOffset() + start, text.remaining() - start);
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Returns an array of these texts. */
  public static ArrayNode array(List<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  /** Returns the output of an operation whose answer has no body. */
  public static JsonNode withoutBody() {
    return MissingNode.getInstance();
  }

  public static Optional<JsonNode> member(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
  }

  public static Optional<String> text(JsonNode node, String name) {
    return member(node, name).map(JsonNode::textValue);
  }

  /** Returns the text of a required member, which the validator has checked. */
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

  public static Optional<Bytes> optionalBlob(JsonNode node, String name) {
    return text(node, name).map(text -> Bytes.wrap(Base64.getDecoder().decode(text)));
  }

  public static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.unsafeArray());
  }

  /** Returns the entries of a map of strings; none where the member is missing. */
  public static Map<String, String> map(JsonNode node, String name) {
    return optionalMap(node, name).orElseGet(Map::of);
  }

  public static Optional<Map<String, String>> optionalMap(JsonNode node, String name) {
    return member(node, name)
        .map(
            value -> {
              Map<String, String> map = new LinkedHashMap<>();
              value
                  .properties()
                  .forEach(each -> map.put(each.getKey(), each.getValue().textValue()));
              return map;
            });
  }

  public static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    member(node, name).ifPresent(value -> value.forEach(each -> texts.add(each.textValue())));
    return texts;
  }

  /** Returns epoch seconds, to the millisecond. */
  public static BigDecimal seconds(Instant instant) {
    return BigDecimal.valueOf(instant.toEpochMilli(), MILLI_DIGITS);
  }
}
