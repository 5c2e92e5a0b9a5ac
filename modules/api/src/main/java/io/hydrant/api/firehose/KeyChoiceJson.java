package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.stream.EncryptionConfigurationInput;
import io.hydrant.core.stream.KeyType;

/** {@code DeliveryStreamEncryptionConfigurationInput}. */
final class KeyChoiceJson {
  static final String MEMBER = "DeliveryStreamEncryptionConfigurationInput";

  private KeyChoiceJson() {}

  static EncryptionConfigurationInput read(JsonNode node) {
    return new EncryptionConfigurationInput(
        KeyType.valueOf(Json.required(node, "KeyType")), Json.text(node, "KeyARN"));
  }
}
