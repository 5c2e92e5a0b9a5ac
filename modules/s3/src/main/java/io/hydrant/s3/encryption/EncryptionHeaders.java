package io.hydrant.s3.encryption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.json.Json;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.object.ObjectEncryption;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The headers that choose the encryption of an object, and those that tell it. */
public final class EncryptionHeaders {
  public static final String ALGORITHM = "x-amz-server-side-encryption";
  public static final String KEY = "x-amz-server-side-encryption-aws-kms-key-id";
  public static final String CONTEXT = "x-amz-server-side-encryption-context";
  public static final String BUCKET_KEY = "x-amz-server-side-encryption-bucket-key-enabled";

  private EncryptionHeaders() {}

  /**
   * Returns the encryption of an object to write.
   *
   * @param bucketDefault of its bucket
   * @throws io.hydrant.s3.error.S3Exception InvalidArgument
   */
  public static EncryptionChoice choice(Headers headers, EncryptionChoice bucketDefault) {
    Optional<EncryptionChoice.Customer> customer = CustomerKeys.of(headers, CustomerKeys.OBJECT);
    Optional<String> algorithm = headers.first(ALGORITHM);
    if (customer.isPresent()) {
      if (algorithm.isPresent()) {
        throw S3Errors.invalidArgument(
                "Server Side Encryption with Customer provided key is incompatible with the"
                    + " encryption method specified",
                ALGORITHM,
                algorithm.get())
            .exception();
      }
      return customer.get();
    }
    requireKmsForKey(headers, algorithm);
    if (algorithm.isEmpty()) {
      return bucketDefault;
    }
    return switch (algorithm.get()) {
      case "AES256" -> new EncryptionChoice.Managed();
      case "aws:kms" -> kms(headers, bucketDefault);
      case "aws:kms:dsse" -> throw S3Errors.notImplemented(ALGORITHM).exception();
      default ->
          throw S3Errors.invalidArgument(
                  "The encryption method specified is not supported", ALGORITHM, algorithm.get())
              .exception();
    };
  }

  private static void requireKmsForKey(Headers headers, Optional<String> algorithm) {
    if (headers.has(KEY) && !algorithm.orElse("").startsWith("aws:kms")) {
      throw S3Errors.invalidArgument(
              "Server Side Encryption with AWS KMS managed key requires HTTP header"
                  + " x-amz-server-side-encryption : aws:kms",
              ALGORITHM,
              algorithm.orElse("null"))
          .exception();
    }
  }

  private static EncryptionChoice kms(Headers headers, EncryptionChoice bucketDefault) {
    boolean bucketKey =
        headers
            .first(BUCKET_KEY)
            .map("true"::equalsIgnoreCase)
            .orElseGet(
                () -> bucketDefault.fold(managed -> false, kms -> kms.bucketKey(), key -> false));
    return new EncryptionChoice.Kms(
        headers.first(KEY).filter(key -> !key.isEmpty()),
        headers.first(CONTEXT).map(EncryptionHeaders::context).orElse(Map.of()),
        bucketKey);
  }

  private static Map<String, String> context(String base64) {
    try {
      JsonNode json =
          Json.MAPPER.readTree(
              new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
      Map<String, String> context = new TreeMap<>();
      for (Map.Entry<String, JsonNode> pair : json.properties()) {
        if (!pair.getValue().isTextual()) {
          throw badContext(base64);
        }
        context.put(pair.getKey(), pair.getValue().textValue());
      }
      if (!json.isObject()) {
        throw badContext(base64);
      }
      return context;
    } catch (IllegalArgumentException | JsonProcessingException e) {
      throw badContext(base64);
    }
  }

  private static RuntimeException badContext(String value) {
    return S3Errors.invalidArgument(
            "The header 'x-amz-server-side-encryption-context' shall be Base64-encoded UTF-8 string"
                + " holding JSON which represents a string-string map",
            CONTEXT,
            value)
        .exception();
  }

  /** Returns the headers that tell how an object is encrypted. */
  public static Headers of(ObjectEncryption encryption) {
    return encryption.fold(
        managed -> Headers.NONE.with(ALGORITHM, "AES256"),
        kms -> {
          Headers headers = Headers.NONE.with(ALGORITHM, "aws:kms").with(KEY, kms.keyArn());
          return kms.bucketKey() ? headers.with(BUCKET_KEY, "true") : headers;
        },
        customer ->
            Headers.NONE
                .with(CustomerKeys.OBJECT + "algorithm", "AES256")
                .with(CustomerKeys.OBJECT + "key-MD5", customer.keyMd5()));
  }
}
