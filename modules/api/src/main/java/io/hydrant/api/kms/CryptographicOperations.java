package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.call.Replies;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.kms.DataKeyRequest;
import io.hydrant.core.kms.Decrypt;
import io.hydrant.core.kms.Encrypt;
import io.hydrant.core.kms.KmsErrors;
import io.hydrant.core.kms.ReEncrypt;
import java.util.List;

/** The cryptographic operations: they encrypt, decrypt and generate. */
final class CryptographicOperations {
  private CryptographicOperations() {}

  static List<Operation> all(KmsApi api) {
    return List.of(
        Operation.of(
            "Encrypt",
            (caller, input) -> api.encrypt(caller, KeyCalls.key(input), encrypt(input)),
            output ->
                Json.object()
                    .put("CiphertextBlob", Json.base64(output.ciphertextBlob()))
                    .put("KeyId", output.keyId().toString())
                    .put("EncryptionAlgorithm", output.encryptionAlgorithm())),
        Operation.of(
            "Decrypt",
            (caller, input) -> api.decrypt(caller, decrypt(input)),
            output ->
                Json.object()
                    .put("KeyId", output.keyId().toString())
                    .put("Plaintext", Json.base64(output.plaintext()))
                    .put("EncryptionAlgorithm", output.encryptionAlgorithm())
                    .put("KeyMaterialId", output.keyMaterialId())),
        Operation.of(
            "ReEncrypt",
            (caller, input) -> api.reEncrypt(caller, reEncrypt(input)),
            output ->
                Json.object()
                    .put("CiphertextBlob", Json.base64(output.ciphertextBlob()))
                    .put("SourceKeyId", output.sourceKeyId().toString())
                    .put("KeyId", output.keyId().toString())
                    .put("SourceEncryptionAlgorithm", output.sourceAlgorithm())
                    .put("DestinationEncryptionAlgorithm", output.destinationAlgorithm())
                    .put("SourceKeyMaterialId", output.sourceKeyMaterialId())
                    .put("DestinationKeyMaterialId", output.destinationKeyMaterialId())),
        Operation.of(
            "GenerateDataKey",
            (caller, input) -> api.generateDataKey(caller, KeyCalls.key(input), dataKey(input)),
            output ->
                Json.object()
                    .put("CiphertextBlob", Json.base64(output.ciphertextBlob()))
                    .put("Plaintext", Json.base64(output.plaintext()))
                    .put("KeyId", output.keyId().toString())
                    .put("KeyMaterialId", output.keyMaterialId())),
        Operation.of(
            "GenerateDataKeyWithoutPlaintext",
            (caller, input) ->
                api.generateDataKeyWithoutPlaintext(caller, KeyCalls.key(input), dataKey(input)),
            output ->
                Json.object()
                    .put("CiphertextBlob", Json.base64(output.ciphertextBlob()))
                    .put("KeyId", output.keyId().toString())
                    .put("KeyMaterialId", output.keyMaterialId())),
        Operation.of(
            "GenerateRandom",
            (caller, input) ->
                Json.integer(input, "NumberOfBytes")
                    .map(bytes -> api.generateRandom(caller, bytes))
                    .orElseGet(() -> Replies.failure(KmsErrors.missing("numberOfBytes"))),
            random -> Json.object().put("Plaintext", Json.base64(random))));
  }

  private static Encrypt.Input encrypt(JsonNode input) {
    return new Encrypt.Input(
        Json.optionalBlob(input, "Plaintext").orElse(Bytes.EMPTY),
        Json.map(input, "EncryptionContext"),
        algorithm(input, "EncryptionAlgorithm"),
        Json.isTrue(input, "DryRun"));
  }

  private static Decrypt.Input decrypt(JsonNode input) {
    return new Decrypt.Input(
        Json.optionalBlob(input, "CiphertextBlob"),
        Json.text(input, "KeyId"),
        Json.map(input, "EncryptionContext"),
        algorithm(input, "EncryptionAlgorithm"),
        Json.isTrue(input, "DryRun"));
  }

  private static ReEncrypt.Input reEncrypt(JsonNode input) {
    return new ReEncrypt.Input(
        Json.optionalBlob(input, "CiphertextBlob"),
        Json.text(input, "SourceKeyId"),
        Json.map(input, "SourceEncryptionContext"),
        algorithm(input, "SourceEncryptionAlgorithm"),
        Json.required(input, "DestinationKeyId"),
        Json.map(input, "DestinationEncryptionContext"),
        algorithm(input, "DestinationEncryptionAlgorithm"),
        Json.isTrue(input, "DryRun"));
  }

  private static DataKeyRequest dataKey(JsonNode input) {
    return new DataKeyRequest(
        Json.text(input, "KeySpec"),
        Json.integer(input, "NumberOfBytes"),
        Json.map(input, "EncryptionContext"),
        Json.isTrue(input, "DryRun"));
  }

  private static String algorithm(JsonNode input, String member) {
    return Json.text(input, member).orElse(Encrypt.SYMMETRIC_DEFAULT);
  }
}
