package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Where a value stands in a request.
 *
 * @param path as the service's messages write it
 * @param around the request with this value there
 */
record Place(String path, UnaryOperator<JsonNode> around) {
  Place member(String name, UnaryOperator<JsonNode> inStructure) {
    String lower = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    return inside(path.isEmpty() ? lower : path + "." + lower, inStructure);
  }

  Place inside(String at, UnaryOperator<JsonNode> in) {
    return new Place(at, value -> around.apply(in.apply(value)));
  }
}
