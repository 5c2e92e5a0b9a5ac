package io.hydrant.api.port;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * The KMS operations that S3 calls for its callers. Errors that a caller can cause are replies; a
 * stage fails where KMS does not answer.
 */
public interface DataKeyApi {
  /**
   * A data key.
   *
   * @param keyArn the KMS key that wrapped it
   * @param plaintext 32 bytes
   */
  record DataKey(String keyArn, Bytes plaintext, Bytes wrapped) {}

  /**
   * Calls GenerateDataKey (AES_256).
   *
   * @param keyId an id, an ARN or an alias
   */
  CompletionStage<Reply<DataKey>> generateDataKey(
      Caller caller, String keyId, Map<String, String> context);

  /** Calls Decrypt, and returns the 32 bytes of the data key. */
  CompletionStage<Reply<Bytes>> decrypt(
      Caller caller, String keyArn, Bytes wrapped, Map<String, String> context);

  /**
   * Returns the ARN of the key that S3 uses where a request names none, in the caller's account and
   * Region. The first call creates it.
   */
  CompletionStage<Reply<String>> managedKey(Caller caller);
}
