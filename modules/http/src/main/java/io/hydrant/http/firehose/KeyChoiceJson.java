package io.hydrant.http.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.stream.KeyChoice;
import io.hydrant.core.stream.KeyType;
import io.hydrant.http.Json;

/** {@code DeliveryStreamEncryptionConfigurationInput}. */
final class KeyChoiceJson {
  static final String MEMBER = "DeliveryStreamEncryptionConfigurationInput";

  private KeyChoiceJson() {}

  static KeyChoice read(JsonNode node) {
    return new KeyChoice(
        KeyType.valueOf(Json.required(node, "KeyType")), Json.text(node, "KeyARN"));
  }
}
