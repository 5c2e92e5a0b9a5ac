package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** GenerateDataKey: gives the material to wrap a data key with. */
public record GenerateDataKey(Caller caller, KeyArn key, DataKeyRequest request)
    implements KeyCommand<KeyMaterial> {
  /** The data key in plaintext and encrypted. */
  public record Output(KeyArn keyId, Bytes plaintext, Bytes ciphertextBlob, String keyMaterialId) {}

  @Override
  public Optional<Map<String, String>> context() {
    return Optional.of(request.encryptionContext());
  }

  @Override
  public Map<String, List<String>> conditionKeys() {
    return Map.of("kms:EncryptionAlgorithm", List.of(Encrypt.SYMMETRIC_DEFAULT));
  }

  @Override
  public Decision<KeyEvent, KeyMaterial> decideFor(Key.Present key, Instant now) {
    return request.permission(key, action());
  }
}
