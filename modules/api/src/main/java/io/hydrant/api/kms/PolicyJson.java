package io.hydrant.api.kms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.DocumentJson;
import io.hydrant.api.json.Json;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.kms.KeyPolicy;
import io.hydrant.core.policy.PolicyErrors;

/** A policy is a string that holds JSON. */
final class PolicyJson {
  private PolicyJson() {}

  static Reply<KeyPolicy> read(String text) {
    try {
      JsonNode json = Json.MAPPER.readTree(text);
      return KeyPolicy.of(text, DocumentJson.read(json));
    } catch (JsonProcessingException e) {
      return Reply.failure(PolicyErrors.notAnObject());
    }
  }
}
