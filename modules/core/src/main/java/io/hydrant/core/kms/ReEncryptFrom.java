package io.hydrant.core.kms;

import io.hydrant.core.collection.SafeMaps;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the material to decrypt a ciphertext with, before it is encrypted under another key.
 *
 * @param onSameKey true where source and target are the same key
 */
public record ReEncryptFrom(
    Caller caller,
    KeyArn key,
    int materialVersion,
    Map<String, String> encryptionContext,
    String encryptionAlgorithm,
    boolean onSameKey)
    implements KeyCommand<KeyMaterial> {
  public ReEncryptFrom {
    encryptionContext = SafeMaps.copyOf(encryptionContext);
  }

  @Override
  public Optional<Map<String, String>> context() {
    return Optional.of(encryptionContext);
  }

  @Override
  public Map<String, List<String>> conditionKeys() {
    return ReEncrypt.conditionKeys(encryptionAlgorithm, onSameKey);
  }

  @Override
  public Decision<KeyEvent, KeyMaterial> decideFor(Key.Present present, Instant now) {
    return KeyUsageRules.open(present, action(), materialVersion, encryptionAlgorithm, false);
  }
}
