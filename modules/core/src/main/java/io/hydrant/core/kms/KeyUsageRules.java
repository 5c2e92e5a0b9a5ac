package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;

/** The checks of a key that all cryptographic operations share. */
public final class KeyUsageRules {
  private KeyUsageRules() {}

  /** Returns the error for a key whose metadata forbids the operation. */
  public static Optional<ServiceError> refusal(KeyMetadata metadata, String action) {
    Optional<ServiceError> state = KeyStateRules.notEnabled(metadata);
    if (state.isPresent()) {
      return state;
    }
    if (metadata.usage() != KeyUsage.ENCRYPT_DECRYPT) {
      return Optional.of(KmsErrors.wrongUsage(metadata.arn(), metadata.usage(), action));
    }
    return metadata.spec() == KeySpec.SYMMETRIC_DEFAULT
        ? Optional.empty()
        : Optional.of(KmsErrors.wrongSpec(metadata.arn(), metadata.spec(), action));
  }

  /** Gives that version of the material. */
  static Decision<KeyEvent, KeyMaterial> use(Key.Present key, int version, boolean dryRun) {
    return dryRun
        ? Decision.refuse(KmsErrors.dryRun())
        : Decision.answer(new KeyMaterial(key.arn(), version, key.material().get(version - 1)));
  }

  static Decision<KeyEvent, KeyMaterial> useNewest(Key.Present key, boolean dryRun) {
    return use(key, key.material().size(), dryRun);
  }

  /** Checks whether a ciphertext of that version may be decrypted. */
  static Decision<KeyEvent, KeyMaterial> open(
      Key.Present key, String action, int version, String algorithm, boolean dryRun) {
    Optional<ServiceError> refusal = refusal(key.metadata(), action);
    if (refusal.isPresent()) {
      return Decision.refuse(refusal.get());
    }
    if (!algorithm.equals(Encrypt.SYMMETRIC_DEFAULT)) {
      return Decision.refuse(KmsErrors.wrongAlgorithm(algorithm));
    }
    return version < 1 || version > key.material().size()
        ? Decision.refuse(KmsErrors.invalidCiphertext())
        : use(key, version, dryRun);
  }

  /** Checks whether a plaintext may be encrypted, always under the newest material. */
  static Decision<KeyEvent, KeyMaterial> seal(
      Key.Present key, String action, String algorithm, boolean dryRun) {
    Optional<ServiceError> refusal = refusal(key.metadata(), action);
    if (refusal.isPresent()) {
      return Decision.refuse(refusal.get());
    }
    return algorithm.equals(Encrypt.SYMMETRIC_DEFAULT)
        ? useNewest(key, dryRun)
        : Decision.refuse(KmsErrors.wrongAlgorithm(algorithm));
  }
}
