package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.kms.KeyMetadata;
import io.hydrant.core.kms.KeyState;
import io.hydrant.http.Json;

/** {@code KeyMetadata}. */
final class KeyMetadataJson {
  private KeyMetadataJson() {}

  static JsonNode write(KeyMetadata key) {
    ObjectNode json = Json.object();
    ObjectNode metadata = json.putObject("KeyMetadata");
    metadata.put("AWSAccountId", key.arn().account());
    metadata.put("KeyId", key.arn().keyId());
    metadata.put("Arn", key.arn().toString());
    metadata.put("CreationDate", Json.seconds(key.creationDate()));
    metadata.put("Enabled", key.state() == KeyState.ENABLED);
    metadata.put("Description", key.description());
    metadata.put("KeyUsage", key.usage());
    metadata.put("KeyState", key.state().wireName());
    key.deletionDate().ifPresent(date -> metadata.put("DeletionDate", Json.seconds(date)));
    metadata.put("Origin", key.state() == KeyState.PENDING_IMPORT ? "EXTERNAL" : "AWS_KMS");
    metadata.put("KeyManager", "CUSTOMER");
    metadata.put("CustomerMasterKeySpec", key.spec());
    metadata.put("KeySpec", key.spec());
    if (key.spec().equals("SYMMETRIC_DEFAULT")) {
      metadata.putArray("EncryptionAlgorithms").add("SYMMETRIC_DEFAULT");
    }
    metadata.put("MultiRegion", key.multiRegion());
    return json;
  }
}
