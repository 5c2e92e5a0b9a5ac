package io.hydrant.core.kms;

import io.hydrant.core.collection.SafeMaps;
import io.hydrant.core.id.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ReEncrypt: {@link ReEncryptFrom} decrypts under one key, {@link ReEncryptTo} encrypts under
 * another.
 */
public final class ReEncrypt {
  private ReEncrypt() {}

  static Map<String, List<String>> conditionKeys(String algorithm, boolean onSameKey) {
    return Map.of(
        "kms:EncryptionAlgorithm",
        List.of(algorithm),
        "kms:ReEncryptOnSameKey",
        List.of(Boolean.toString(onSameKey)));
  }

  /** The call's members; the ciphertext names its key. */
  public record Input(
      Optional<Bytes> ciphertextBlob,
      Optional<String> sourceKeyId,
      Map<String, String> sourceContext,
      String sourceAlgorithm,
      String destinationKeyId,
      Map<String, String> destinationContext,
      String destinationAlgorithm,
      boolean dryRun) {
    public Input {
      sourceContext = SafeMaps.copyOf(sourceContext);
      destinationContext = SafeMaps.copyOf(destinationContext);
    }
  }

  public record Output(
      Bytes ciphertextBlob,
      KeyArn sourceKeyId,
      KeyArn keyId,
      String sourceAlgorithm,
      String destinationAlgorithm,
      String sourceKeyMaterialId,
      String destinationKeyMaterialId) {}
}
