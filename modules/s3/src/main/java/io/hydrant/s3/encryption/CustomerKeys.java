package io.hydrant.s3.encryption;

import io.hydrant.core.id.Bytes;
import io.hydrant.s3.checksum.ChecksumAlgorithm;
import io.hydrant.s3.checksum.Digest;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.Headers;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/** Reads the three headers of SSE-C. */
public final class CustomerKeys {
  /** The headers of the object that is read or written. */
  public static final String OBJECT = "x-amz-server-side-encryption-customer-";

  /** The headers of the object that is copied from. */
  public static final String SOURCE = "x-amz-copy-source-server-side-encryption-customer-";

  private static final int KEY_BYTES = 32;

  private CustomerKeys() {}

  /**
   * Returns the customer's key, if the headers have one.
   *
   * @param prefix of the headers' names
   * @throws io.hydrant.s3.error.S3Exception InvalidArgument or InvalidRequest
   */
  public static Optional<EncryptionChoice.Customer> of(Headers headers, String prefix) {
    Optional<String> algorithm = headers.first(prefix + "algorithm");
    Optional<String> key = headers.first(prefix + "key");
    Optional<String> md5 = headers.first(prefix + "key-MD5");
    if (algorithm.isEmpty() && key.isEmpty() && md5.isEmpty()) {
      return Optional.empty();
    }
    require(algorithm, "a valid encryption algorithm.", prefix + "algorithm");
    if (!algorithm.get().equals("AES256")) {
      throw S3Errors.invalidEncryptionAlgorithm(algorithm.get()).exception();
    }
    require(key, "an appropriate secret key.", prefix + "key");
    require(md5, "the client calculated MD5 of the secret key.", prefix + "key-MD5");
    Bytes bytes =
        key.flatMap(CustomerKeys::decoded)
            .filter(decoded -> decoded.size() == KEY_BYTES)
            .orElseThrow(
                () ->
                    S3Errors.invalidArgument(
                            "The secret key was invalid for the specified algorithm.",
                            prefix + "key",
                            "null")
                        .exception());
    String computed = md5(bytes);
    if (!md5.equals(Optional.of(computed))) {
      throw S3Errors.invalidArgument(
              "The calculated MD5 hash of the key did not match the hash that was provided.",
              prefix + "key-MD5",
              md5.orElse("null"))
          .exception();
    }
    return Optional.of(new EncryptionChoice.Customer(bytes, computed));
  }

  private static void require(Optional<String> value, String what, String header) {
    if (value.isEmpty()) {
      throw S3Errors.invalidArgument(
              "Requests specifying Server Side Encryption with Customer provided keys must provide "
                  + what,
              header,
              "null")
          .exception();
    }
  }

  private static Optional<Bytes> decoded(String base64) {
    try {
      return Optional.of(Bytes.wrap(Base64.getDecoder().decode(base64)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static String md5(Bytes key) {
    Digest md5 = ChecksumAlgorithm.md5();
    md5.update(ByteBuffer.wrap(key.unsafeArray()));
    return Base64.getEncoder().encodeToString(md5.value());
  }
}
