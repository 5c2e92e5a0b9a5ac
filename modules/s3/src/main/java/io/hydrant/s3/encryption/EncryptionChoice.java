package io.hydrant.s3.encryption;

import io.hydrant.core.id.Bytes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How an object is to be encrypted, as its headers or its bucket say. */
public sealed interface EncryptionChoice {
  <R> R fold(Function<Managed, R> managed, Function<Kms, R> kms, Function<Customer, R> customer);

  /** SSE-S3. */
  record Managed() implements EncryptionChoice {
    @Override
    public <R> R fold(
        Function<Managed, R> managed, Function<Kms, R> kms, Function<Customer, R> customer) {
      return managed.apply(this);
    }
  }

  /**
   * SSE-KMS.
   *
   * @param key an id, an ARN or an alias; empty for the AWS managed key
   * @param context what the client adds to the encryption context
   */
  record Kms(Optional<String> key, Map<String, String> context, boolean bucketKey)
      implements EncryptionChoice {
    @Override
    public <R> R fold(
        Function<Managed, R> managed, Function<Kms, R> kms, Function<Customer, R> customer) {
      return kms.apply(this);
    }
  }

  /**
   * SSE-C.
   *
   * @param key 32 bytes
   * @param keyMd5 in Base64
   */
  record Customer(Bytes key, String keyMd5) implements EncryptionChoice {
    @Override
    public <R> R fold(
        Function<Managed, R> managed, Function<Kms, R> kms, Function<Customer, R> customer) {
      return customer.apply(this);
    }
  }
}
