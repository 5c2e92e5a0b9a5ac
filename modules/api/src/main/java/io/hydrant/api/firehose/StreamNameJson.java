package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.id.StreamName;

/** {@code DeliveryStreamName}, which the validator has checked. */
final class StreamNameJson {
  private StreamNameJson() {}

  static StreamName read(JsonNode input) {
    return new StreamName(Json.required(input, "DeliveryStreamName"));
  }
}
