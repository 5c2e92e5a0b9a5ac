package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** GenerateDataKeyWithoutPlaintext: gives the material to wrap a data key with. */
public record GenerateDataKeyWithoutPlaintext(Caller caller, KeyArn key, DataKeyRequest request)
    implements KeyCommand<KeyMaterial> {
  /** The encrypted data key. */
  public record Output(KeyArn keyId, Bytes ciphertextBlob, String keyMaterialId) {}

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
