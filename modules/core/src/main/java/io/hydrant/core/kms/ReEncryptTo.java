package io.hydrant.core.kms;

import io.hydrant.core.collection.SafeMaps;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the material to encrypt a plaintext with that another key has decrypted.
 *
 * @param onSameKey true where source and target are the same key
 */
public record ReEncryptTo(
    Caller caller,
    KeyArn key,
    Map<String, String> encryptionContext,
    String encryptionAlgorithm,
    boolean onSameKey,
    boolean dryRun)
    implements KeyCommand<KeyMaterial> {
  public ReEncryptTo {
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
    return KeyUsageRules.seal(present, action(), encryptionAlgorithm, dryRun);
  }
}
