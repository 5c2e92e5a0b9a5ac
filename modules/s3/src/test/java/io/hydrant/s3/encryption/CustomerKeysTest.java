package io.hydrant.s3.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hydrant.core.id.Bytes;
import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.error.S3Exception;
import io.hydrant.s3.message.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerKeysTest {
  private static final String CLEAR = "a customer's key of 32 bytes!!!!";
  private static final String KEY =
      Base64.getEncoder().encodeToString(CLEAR.getBytes(StandardCharsets.UTF_8));

  /** Computed by {@code printf … | openssl md5 -binary | base64}. */
  private static final String MD5 = "OSb34t66LCUY51p3MI5zHw==";

  /** The three headers of a valid request. */
  static final String[] HEADERS = {
    CustomerKeys.OBJECT + "algorithm", "AES256",
    CustomerKeys.OBJECT + "key", KEY,
    CustomerKeys.OBJECT + "key-MD5", MD5
  };

  private static Headers headers(String algorithm, String key, String md5) {
    return headers(CustomerKeys.OBJECT, algorithm, key, md5);
  }

  /** A dash leaves out a header. */
  private static Headers headers(String prefix, String algorithm, String key, String md5) {
    return Headers.NONE
        .with(prefix + "algorithm", Optional.of(algorithm).filter(value -> !value.equals("-")))
        .with(prefix + "key", Optional.of(key).filter(value -> !value.equals("-")))
        .with(prefix + "key-MD5", Optional.of(md5).filter(value -> !value.equals("-")));
  }

  private static S3Error refused(Headers headers) {
    return catchThrowableOfType(
            S3Exception.class, () -> CustomerKeys.of(headers, CustomerKeys.OBJECT))
        .error();
  }

  @Test
  void a_key_is_read_with_its_hash() {
    assertThat(CustomerKeys.of(headers("AES256", KEY, MD5), CustomerKeys.OBJECT))
        .contains(new EncryptionChoice.Customer(Bytes.ofUtf8(CLEAR), MD5));
    assertThat(CustomerKeys.of(Headers.NONE, CustomerKeys.OBJECT)).isEmpty();
  }

  @Test
  void the_key_of_the_source_of_a_copy_has_headers_of_its_own() {
    Headers source = headers(CustomerKeys.SOURCE, "AES256", KEY, MD5);
    assertThat(CustomerKeys.of(source, CustomerKeys.SOURCE)).isPresent();
    assertThat(CustomerKeys.of(source, CustomerKeys.OBJECT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-, key, md5, a valid encryption algorithm.",
    "AES256, -, md5, an appropriate secret key.",
    "AES256, key, -, the client calculated MD5 of the secret key."
  })
  void a_missing_header_is_named(String algorithm, String key, String md5, String what) {
    S3Error error = refused(headers(algorithm, key.replace("key", KEY), md5.replace("md5", MD5)));
    assertThat(error.code()).isEqualTo("InvalidArgument");
    assertThat(error.message()).endsWith("must provide " + what);
  }

  @Test
  void another_algorithm_is_refused() {
    assertThat(refused(headers("AES128", KEY, MD5)).code())
        .isEqualTo("InvalidEncryptionAlgorithmError");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not base64!", "c2hvcnQ=", ""})
  void a_key_that_is_not_32_bytes_is_refused_and_not_repeated(String key) {
    S3Error error = refused(headers("AES256", key, MD5));
    assertThat(error.message())
        .isEqualTo("The secret key was invalid for the specified algorithm.");
    assertThat(error.details()).containsEntry("ArgumentValue", "null");
  }

  @Test
  void a_hash_of_another_key_is_refused() {
    S3Error error = refused(headers("AES256", KEY, "AAAAAAAAAAAAAAAAAAAAAA=="));
    assertThat(error.message()).contains("did not match the hash that was provided");
    assertThat(error.details().toString()).doesNotContain(KEY);
  }
}
