package io.hydrant.core.kms;

import io.hydrant.core.collection.SafeMaps;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decrypt: gives the material to decrypt a ciphertext with.
 *
 * @param materialVersion the version that the ciphertext names
 */
public record Decrypt(
    Caller caller,
    KeyArn key,
    int materialVersion,
    Map<String, String> encryptionContext,
    String encryptionAlgorithm,
    boolean dryRun)
    implements KeyCommand<KeyMaterial> {
  /** The call's members; the ciphertext names its key. */
  public record Input(
      Optional<Bytes> ciphertextBlob,
      Optional<String> keyId,
      Map<String, String> encryptionContext,
      String encryptionAlgorithm,
      boolean dryRun) {
    public Input {
      encryptionContext = SafeMaps.copyOf(encryptionContext);
    }

    /**
     * Returns the answer after the ciphertext has been decrypted. A dry run decrypts it too: only
     * IGNORE_CIPHERTEXT would not (service model, DryRunModifiers).
     */
    public Reply<Output> answer(Output opened) {
      return dryRun ? Reply.failure(KmsErrors.dryRun()) : Reply.success(opened);
    }
  }

  /**
   * @param keyMaterialId the id of the material that the ciphertext was made with
   */
  public record Output(
      KeyArn keyId, Bytes plaintext, String encryptionAlgorithm, String keyMaterialId) {}

  /** Returns the command for a call; a dry run decrypts the ciphertext too. */
  public static Decrypt of(Caller caller, KeyArn key, int materialVersion, Input input) {
    return new Decrypt(
        caller,
        key,
        materialVersion,
        input.encryptionContext(),
        input.encryptionAlgorithm(),
        false);
  }

  public Decrypt {
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
    return KeyUsageRules.open(key, action(), materialVersion, encryptionAlgorithm, dryRun);
  }
}
