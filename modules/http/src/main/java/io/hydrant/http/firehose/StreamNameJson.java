package io.hydrant.http.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.id.StreamName;
import io.hydrant.http.Json;

/** {@code DeliveryStreamName}, which the validator has checked. */
final class StreamNameJson {
  private StreamNameJson() {}

  static StreamName read(JsonNode input) {
    return new StreamName(Json.required(input, "DeliveryStreamName"));
  }
}
