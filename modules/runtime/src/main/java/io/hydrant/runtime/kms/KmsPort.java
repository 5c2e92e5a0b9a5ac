package io.hydrant.runtime.kms;

import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.PutPermissions.KeyAction;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Firehose's port to KMS. A refusal carries KMS's own error code and message ({@code
 * DisabledException}, {@code NotFoundException}, {@code KMSInvalidStateException}, {@code
 * AccessDeniedException}, {@code InvalidKeyUsageException}, …); the stage fails only where KMS did
 * not answer, and then the call may be tried again.
 *
 * <p>Every call that touches key material carries the encryption context {@code aws:firehose:arn} =
 * the stream's ARN.
 */
public interface KmsPort extends AutoCloseable {
  /**
   * Calls DescribeKey as the caller, and checks that the key is enabled, symmetric and for
   * encryption.
   *
   * @param keyArn as the caller gave it: a key ARN or an alias ARN
   * @return the key's own ARN
   */
  CompletionStage<Reply<String>> describeKey(Caller caller, String keyArn);

  /**
   * Returns the ARN of the service account's key for that region, and creates it at the first call.
   */
  CompletionStage<Reply<String>> awsOwnedKey(String region);

  /**
   * Calls CreateGrant on a customer's key for the Firehose service, authorized as the caller. The
   * same name on the same key returns the same grant, even if KMS would now refuse to create it,
   * because an answer may have been lost.
   *
   * @return the grant's id
   */
  CompletionStage<Reply<String>> createGrant(
      Caller caller, String keyArn, StreamArn stream, String grantName);

  /** Calls GenerateDataKey (AES_256) as the service. */
  CompletionStage<Reply<DataKey>> generateDataKey(KeyType type, String keyArn, StreamArn stream);

  /**
   * Decrypts a data key as the service.
   *
   * @return the 32 bytes of the data key
   */
  CompletionStage<Reply<Bytes>> decrypt(
      KeyType type, String keyArn, Bytes wrapped, StreamArn stream);

  /**
   * Checks that the caller may perform all of these actions with the key, through Firehose and for
   * that stream. Nothing is created or decrypted.
   */
  CompletionStage<Reply<NoOutput>> canUseDataKeys(
      Caller caller, List<KeyAction> actions, String keyArn, StreamArn stream);

  /** Calls RetireGrant as the service; a grant that does not exist counts as retired. */
  CompletionStage<Reply<NoOutput>> retireGrant(String keyArn, String grantId, StreamArn stream);

  /** Closes connections, if there are any. */
  @Override
  default void close() {}

  /** A data key, in plaintext and encrypted under its KMS key. */
  record DataKey(Bytes plaintext, Bytes wrapped) {}
}
