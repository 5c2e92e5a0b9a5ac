package io.hydrant.core.kms;

import io.hydrant.core.collection.SafeMaps;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Encrypt: gives the material to encrypt a plaintext with. The command holds the size alone, not
 * the plaintext.
 *
 * @param plaintextBytes the size of the plaintext
 */
public record Encrypt(
    Caller caller,
    KeyArn key,
    int plaintextBytes,
    Map<String, String> encryptionContext,
    String encryptionAlgorithm,
    boolean dryRun)
    implements KeyCommand<KeyMaterial> {
  public static final String SYMMETRIC_DEFAULT = "SYMMETRIC_DEFAULT";

  /** The call's members. */
  public record Input(
      Bytes plaintext,
      Map<String, String> encryptionContext,
      String encryptionAlgorithm,
      boolean dryRun) {
    public Input {
      encryptionContext = SafeMaps.copyOf(encryptionContext);
    }
  }

  public record Output(KeyArn keyId, Bytes ciphertextBlob, String encryptionAlgorithm) {}

  public static Encrypt of(Caller caller, KeyArn key, Input input) {
    return new Encrypt(
        caller,
        key,
        input.plaintext().size(),
        input.encryptionContext(),
        input.encryptionAlgorithm(),
        input.dryRun());
  }

  public Encrypt {
    encryptionContext = SafeMaps.copyOf(encryptionContext);
  }

  @Override
  public Optional<Map<String, String>> context() {
    return Optional.of(encryptionContext);
  }

  @Override
  public Map<String, List<String>> conditionKeys() {
    return Map.of("kms:EncryptionAlgorithm", List.of(encryptionAlgorithm));
  }

  @Override
  public Decision<KeyEvent, KeyMaterial> decideFor(Key.Present key, Instant now) {
    if (plaintextBytes > KmsLimits.PLAINTEXT_BYTES) {
      return Decision.refuse(KmsErrors.tooLong("plaintext", KmsLimits.PLAINTEXT_BYTES));
    }
    return KeyUsageRules.seal(key, action(), encryptionAlgorithm, dryRun);
  }
}
