package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** {@code Truncated} and {@code NextMarker} of KMS's lists. */
final class Paging {
  private Paging() {}

  static ObjectNode write(ObjectNode json, Optional<String> nextMarker) {
    json.put("Truncated", nextMarker.isPresent());
    nextMarker.ifPresent(marker -> json.put("NextMarker", marker));
    return json;
  }
}
