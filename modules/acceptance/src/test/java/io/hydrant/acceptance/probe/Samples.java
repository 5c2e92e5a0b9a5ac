package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;

/**
 * Values that keep their shapes.
 *
 * @param known by shape, values that mean something to the node: an existing stream or key
 */
record Samples(Forms forms, Map<String, String> known) {
  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** With the required members only. */
  ObjectNode minimal(Form structure) {
    return structure(structure, false);
  }

  /** With all members, all the way down. */
  ObjectNode full(Form structure) {
    return structure(structure, true);
  }

  private ObjectNode structure(Form form, boolean all) {
    ObjectNode made = JSON.objectNode();
    form.members()
        .forEach(
            (name, member) -> {
              if (all || member.required()) {
                made.set(name, of(forms.form(member.shape()), all));
              }
            });
    return made;
  }

  JsonNode of(Form form, boolean all) {
    return switch (form.type()) {
      case STRUCTURE -> structure(form, all);
      case LIST -> repeated(of(forms.form(form.element()), all), Math.max(1, form.min().orElse(0)));
      case MAP ->
          JSON.objectNode().set(text(forms.form(form.key())), of(forms.form(form.element()), all));
      case BLOB -> JSON.textNode(known.getOrDefault(form.name(), blob(form.min().orElse(1))));
      case INTEGER -> JSON.numberNode(form.min().orElse(1));
      case DOUBLE -> JSON.numberNode(form.max().orElse(1) / 2.0);
      case BOOLEAN -> JSON.booleanNode(true);
      case TIMESTAMP -> JSON.numberNode(1_700_000_000L);
      default -> JSON.textNode(text(form));
    };
  }

  String text(Form form) {
    if (known.containsKey(form.name())) {
      return known.get(form.name());
    }
    return form.values().isEmpty() ? Texts.ordinary(form) : form.values().get(0);
  }

  static ArrayNode repeated(JsonNode element, int times) {
    ArrayNode list = JSON.arrayNode();
    for (int i = 0; i < times; i++) {
      list.add(element);
    }
    return list;
  }

  static String blob(int bytes) {
    return Base64.getEncoder().encodeToString(new byte[bytes]);
  }
}
