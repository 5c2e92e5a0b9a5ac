package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.kms.Page;
import java.util.function.Function;

/** Writes pages of lists. */
final class Pages {
  private Pages() {}

  /** Writes a list under its name, with Truncated and NextMarker. */
  static <T> JsonNode write(String name, Page<T> page, Function<T, JsonNode> write) {
    ObjectNode out = Json.object();
    var list = out.putArray(name);
    page.items().forEach(item -> list.add(write.apply(item)));
    out.put("Truncated", page.nextMarker().isPresent());
    page.nextMarker().ifPresent(marker -> out.put("NextMarker", marker));
    return out;
  }
}
