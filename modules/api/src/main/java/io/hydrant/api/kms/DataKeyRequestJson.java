package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.kms.DataKeyRequest;

/** What both GenerateDataKey operations read. */
final class DataKeyRequestJson {
  private DataKeyRequestJson() {}

  static DataKeyRequest read(JsonNode input) {
    return new DataKeyRequest(
        Members.optionalText(input, "KeySpec"),
        Members.optionalInteger(input, "NumberOfBytes"),
        Members.map(input, "EncryptionContext"),
        Members.isTrue(input, "DryRun"));
  }
}
