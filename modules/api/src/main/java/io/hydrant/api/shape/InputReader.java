package io.hydrant.api.shape;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.entity.Reply;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads an input along its shape. Members that the shape does not have are skipped and not kept,
 * whatever they hold, so that an input takes no more memory than what is known of it. A value of
 * another type than its shape's is kept without its contents, for the validator to refuse.
 */
public final class InputReader {
  /**
   * Values that an input may have. None that is valid has nearly as many, and more of them would
   * keep the node busy with what it can only refuse.
   */
  private static final int VALUES_MAX = 50_000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Shapes shapes;

  public InputReader(Shapes shapes) {
    this.shapes = shapes;
  }

  /** Returns the input in a request's body, an empty object for an empty body. */
  public Reply<JsonNode> read(String operation, byte[] body) {
    if (body.length == 0) {
      return Reply.success(Json.object());
    }
    try (JsonParser parser = Json.parser(body)) {
      return Reply.success(read(operation, parser));
    } catch (SerializationException e) {
      return Reply.failure(e.error());
    } catch (StreamConstraintsException e) {
      return invalid(
          "The request body is nested too deeply, or has a name or a number that is too long.");
    } catch (JsonProcessingException e) {
      return invalid("The request body is not valid JSON" + place(e) + ".");
    } catch (IOException e) {
      return invalid("The request body is not valid JSON in UTF-8.");
    }
  }

  private static Reply<JsonNode> invalid(String message) {
    return Reply.failure(new SerializationException(message).error());
  }

  /** Returns the location of the error, which some exceptions of the parser lack. */
  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }

  /**
   * @throws SerializationException for too many values
   * @throws JsonParseException for what is no JSON, has a known member twice, or has something
   *     after its end
   */
  private JsonNode read(String operation, JsonParser parser) throws IOException {
    if (parser.nextToken() == null) {
      throw new JsonParseException(parser, "no input", parser.currentLocation());
    }
    JsonNode input = new Reading(parser).value(Optional.of(shapes.inputOf(operation)));
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "more than one value", parser.currentTokenLocation());
    }
    return input;
  }

  private Optional<Shape> member(Shape shape, String name) {
    return switch (shape.kind()) {
      case STRUCTURE -> Optional.ofNullable(shape.members().get(name)).map(shapes::get);
      case MAP -> shape.element().map(shapes::get);
      case LIST, STRING, BLOB, INTEGER, LONG, DOUBLE, BOOLEAN, TIMESTAMP -> Optional.empty();
    };
  }

  private static JsonNode scalar(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_NUMBER_INT -> integer(parser);
      default -> NODES.textNode(parser.getText());
    };
  }

  private static JsonNode integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  /** One input, as far as it has been read. */
  private final class Reading {
    private final JsonParser parser;
    private int values;

    Reading(JsonParser parser) {
      this.parser = parser;
    }

    JsonNode value(Optional<Shape> shape) throws IOException {
      if (++values > VALUES_MAX) {
        throw new SerializationException(
            "The request body has more than " + VALUES_MAX + " values.");
      }
      JsonToken token = parser.currentToken();
      if (token == JsonToken.START_OBJECT) {
        return object(shape);
      }
      return token == JsonToken.START_ARRAY ? array(shape) : scalar(parser);
    }

    private JsonNode object(Optional<Shape> shape) throws IOException {
      ObjectNode object = NODES.objectNode();
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_OBJECT;
          token = parser.nextToken()) {
        String name = parser.currentName();
        Optional<Shape> member = shape.flatMap(known -> member(known, name));
        if (member.isPresent() && object.has(name)) {
          throw new JsonParseException(parser, "a member twice", parser.currentTokenLocation());
        }
        parser.nextToken();
        if (member.isPresent()) {
          object.set(name, value(member));
        } else {
          parser.skipChildren();
        }
      }
      return object;
    }

    private JsonNode array(Optional<Shape> shape) throws IOException {
      ArrayNode array = NODES.arrayNode();
      Optional<Shape> element =
          shape
              .filter(known -> known.kind() == Shape.Kind.LIST)
              .flatMap(Shape::element)
              .map(shapes::get);
      if (element.isEmpty()) {
        parser.skipChildren();
        return array;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(value(element));
      }
      return array;
    }
  }
}
