package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.kms.DataKeyRequest;

/** Reads the input of both GenerateDataKey operations. */
final class DataKeyRequestJson {
  private DataKeyRequestJson() {}

  static DataKeyRequest read(JsonNode input) {
    return new DataKeyRequest(
        Json.text(input, "KeySpec"),
        Json.integer(input, "NumberOfBytes"),
        Json.map(input, "EncryptionContext"),
        Json.isTrue(input, "DryRun"));
  }
}
