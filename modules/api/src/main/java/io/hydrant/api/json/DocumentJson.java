package io.hydrant.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.document.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts between documents and JSON trees. Null members are left out, and so are encrypted ones:
 * no answer has a secret. No JSON that a client sends becomes an encrypted value.
 */
public final class DocumentJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DocumentJson() {}

  public static Document.Structure structure(JsonNode node) {
    Map<String, Document> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!member.getValue().isNull()) {
        members.put(member.getKey(), read(member.getValue()));
      }
    }
    return new Document.Structure(members);
  }

  public static Document read(JsonNode node) {
    if (node.isObject()) {
      return structure(node);
    }
    if (node.isArray()) {
      List<Document> elements = new ArrayList<>();
      node.forEach(element -> elements.add(read(element)));
      return new Document.Sequence(elements);
    }
    if (node.isNumber()) {
      return new Document.Numeric(node.decimalValue());
    }
    return node.isBoolean()
        ? new Document.Bool(node.booleanValue())
        : new Document.Text(node.asText());
  }

  public static JsonNode write(Document document) {
    return document.accept(new Writing());
  }

  private record Writing() implements Document.Visitor<JsonNode> {
    @Override
    public JsonNode visit(Document.Structure structure) {
      ObjectNode object = NODES.objectNode();
      structure
          .members()
          .forEach(
              (name, value) -> {
                if (!(value instanceof Document.Encrypted)) {
                  object.set(name, value.accept(this));
                }
              });
      return object;
    }

    @Override
    public JsonNode visit(Document.Sequence sequence) {
      ArrayNode array = NODES.arrayNode();
      sequence.elements().forEach(element -> array.add(element.accept(this)));
      return array;
    }

    @Override
    public JsonNode visit(Document.Text text) {
      return NODES.textNode(text.value());
    }

    @Override
    public JsonNode visit(Document.Numeric number) {
      return NODES.numberNode(number.value());
    }

    @Override
    public JsonNode visit(Document.Bool bool) {
      return NODES.booleanNode(bool.value());
    }

    @Override
    public JsonNode visit(Document.Encrypted secret) {
      return NODES.nullNode();
    }
  }
}
