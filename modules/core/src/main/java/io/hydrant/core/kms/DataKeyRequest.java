package io.hydrant.core.kms;

import io.hydrant.core.collection.SafeMaps;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Reply;
import java.util.Map;
import java.util.Optional;

/**
 * The input of both GenerateDataKey operations.
 *
 * @param keySpec a name of DataKeySpec
 */
public record DataKeyRequest(
    Optional<String> keySpec,
    Optional<Integer> numberOfBytes,
    Map<String, String> encryptionContext,
    boolean dryRun) {
  public DataKeyRequest {
    encryptionContext = SafeMaps.copyOf(encryptionContext);
  }

  /** Returns the request for a 256-bit key with that encryption context. */
  public static DataKeyRequest aes256(Map<String, String> encryptionContext) {
    return new DataKeyRequest(Optional.of("AES_256"), Optional.empty(), encryptionContext, false);
  }

  /** Returns the size of the data key in bytes. */
  public Reply<Integer> size() {
    if (keySpec.isPresent() == numberOfBytes.isPresent()) {
      return Reply.failure(KmsErrors.dataKeySizeArguments());
    }
    int bytes = numberOfBytes.orElseGet(() -> keySpec.orElseThrow().equals("AES_128") ? 16 : 32);
    if (bytes < 1) {
      return Reply.failure(KmsErrors.below("numberOfBytes", bytes, 1));
    }
    return bytes > KmsLimits.DATA_KEY_BYTES
        ? Reply.failure(KmsErrors.above("numberOfBytes", bytes, KmsLimits.DATA_KEY_BYTES))
        : Reply.success(bytes);
  }

  /** Returns the material to use, or the error that forbids the use. */
  Decision<KeyEvent, KeyMaterial> permission(Key.Present key, String action) {
    return size()
        .fold(
            bytes ->
                KeyUsageRules.refusal(key.metadata(), action)
                    .map(Decision::<KeyEvent, KeyMaterial>refuse)
                    .orElseGet(() -> KeyUsageRules.useNewest(key, dryRun)),
            Decision::refuse);
  }
}
