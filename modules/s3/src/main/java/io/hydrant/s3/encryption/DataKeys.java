package io.hydrant.s3.encryption;

import io.hydrant.api.port.DataKeyApi;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import java.util.Map;

/**
 * KMS as S3 uses it: with the authority of S3's own caller. Calls block, and throw {@link
 * io.hydrant.s3.error.S3Exception} with KMS's error.
 */
public interface DataKeys {
  /**
   * Calls GenerateDataKey.
   *
   * @param key an id, an ARN or an alias
   */
  DataKeyApi.DataKey generate(Caller caller, String key, Map<String, String> context);

  /** Calls Decrypt, and returns the 32 bytes of the data key. */
  Bytes open(Caller caller, String keyArn, Bytes wrapped, Map<String, String> context);

  /** Returns the ARN of the AWS managed key {@code aws/s3} of the caller's account and Region. */
  String managedKey(Caller caller);
}
