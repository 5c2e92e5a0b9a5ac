package io.hydrant.s3.object;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** How the bytes of an object are encrypted. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ObjectEncryption.Managed.class, name = "SSE-S3"),
  @JsonSubTypes.Type(value = ObjectEncryption.Kms.class, name = "SSE-KMS"),
  @JsonSubTypes.Type(value = ObjectEncryption.Customer.class, name = "SSE-C")
})
public sealed interface ObjectEncryption {
  <R> R fold(Function<Managed, R> managed, Function<Kms, R> kms, Function<Customer, R> customer);

  /**
   * SSE-S3.
   *
   * @param sealedKey the data key under the node's own key, in Base64; empty where the file is
   *     readable
   */
  record Managed(Optional<String> sealedKey) implements ObjectEncryption {
    @Override
    public <R> R fold(
        Function<Managed, R> managed, Function<Kms, R> kms, Function<Customer, R> customer) {
      return managed.apply(this);
    }
  }

  /**
   * SSE-KMS.
   *
   * @param keyArn the key that wrapped the data key
   * @param wrappedKey the data key as GenerateDataKey gave it, in Base64
   * @param context the whole encryption context, that of S3 included
   * @param bucketKey whether the context names the bucket instead of the object
   */
  record Kms(String keyArn, String wrappedKey, Map<String, String> context, boolean bucketKey)
      implements ObjectEncryption {
    public Kms {
      context = Collections.unmodifiableMap(new TreeMap<>(context));
    }

    @Override
    public <R> R fold(
        Function<Managed, R> managed, Function<Kms, R> kms, Function<Customer, R> customer) {
      return kms.apply(this);
    }
  }

  /**
   * SSE-C. The key is not stored.
   *
   * @param keyMd5 the MD5 of the customer's key in Base64
   */
  record Customer(String keyMd5) implements ObjectEncryption {
    @Override
    public <R> R fold(
        Function<Managed, R> managed, Function<Kms, R> kms, Function<Customer, R> customer) {
      return customer.apply(this);
    }
  }
}
