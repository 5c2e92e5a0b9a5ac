package io.hydrant.s3.encryption;

import static io.hydrant.s3.encryption.EncryptionHeaders.ALGORITHM;
import static io.hydrant.s3.encryption.EncryptionHeaders.BUCKET_KEY;
import static io.hydrant.s3.encryption.EncryptionHeaders.CONTEXT;
import static io.hydrant.s3.encryption.EncryptionHeaders.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.error.S3Exception;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.object.ObjectEncryption;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionHeadersTest {
  private static final EncryptionChoice MANAGED = new EncryptionChoice.Managed();
  private static final EncryptionChoice BY_DEFAULT =
      new EncryptionChoice.Kms(Optional.of("default"), Map.of(), true);

  private static EncryptionChoice choice(String... namesAndValues) {
    return EncryptionHeaders.choice(headers(namesAndValues), MANAGED);
  }

  private static Headers headers(String... namesAndValues) {
    Headers headers = Headers.NONE;
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers = headers.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  private static S3Error refused(String... namesAndValues) {
    return catchThrowableOfType(S3Exception.class, () -> choice(namesAndValues)).error();
  }

  private static EncryptionChoice kms(String key, Map<String, String> context, boolean bucketKey) {
    return new EncryptionChoice.Kms(Optional.of(key), context, bucketKey);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void without_headers_the_default_of_the_bucket_applies() {
    assertThat(choice()).isEqualTo(MANAGED);
    assertThat(EncryptionHeaders.choice(Headers.NONE, BY_DEFAULT)).isEqualTo(BY_DEFAULT);
  }

  @Test
  void headers_win_over_the_default_of_the_bucket() {
    assertThat(EncryptionHeaders.choice(headers(ALGORITHM, "AES256"), BY_DEFAULT))
        .isEqualTo(MANAGED);
    assertThat(EncryptionHeaders.choice(headers(ALGORITHM, "aws:kms", KEY, "own"), BY_DEFAULT))
        .isEqualTo(kms("own", Map.of(), true));
    assertThat(
            EncryptionHeaders.choice(
                headers(ALGORITHM, "aws:kms", KEY, "own", BUCKET_KEY, "false"), BY_DEFAULT))
        .isEqualTo(kms("own", Map.of(), false));
  }

  @Test
  void sse_kms_has_a_key_a_context_and_a_bucket_key() {
    assertThat(choice(ALGORITHM, "aws:kms"))
        .isEqualTo(new EncryptionChoice.Kms(Optional.empty(), Map.of(), false));
    assertThat(
            choice(
                ALGORITHM,
                "aws:kms",
                KEY,
                "k",
                CONTEXT,
                base64("{\"team\":\"blue\"}"),
                BUCKET_KEY,
                "TRUE"))
        .isEqualTo(kms("k", Map.of("team", "blue"), true));
    assertThat(choice(ALGORITHM, "aws:kms", KEY, ""))
        .isEqualTo(new EncryptionChoice.Kms(Optional.empty(), Map.of(), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aes256", "AWS:KMS", "none", ""})
  void another_algorithm_is_refused(String algorithm) {
    S3Error error = refused(ALGORITHM, algorithm);
    assertThat(error.code()).isEqualTo("InvalidArgument");
    assertThat(error.message()).isEqualTo("The encryption method specified is not supported");
    assertThat(error.details()).containsEntry("ArgumentName", ALGORITHM);
  }

  @Test
  void dsse_is_not_implemented() {
    assertThat(refused(ALGORITHM, "aws:kms:dsse").code()).isEqualTo("NotImplemented");
  }

  @Test
  void a_key_without_sse_kms_is_refused() {
    assertThat(refused(KEY, "k").message()).contains("requires HTTP header");
    assertThat(refused(KEY, "k", ALGORITHM, "AES256").code()).isEqualTo("InvalidArgument");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not base64!", "bm90IGpzb24=", "WzFd", "eyJhIjoxfQ==", "bnVsbA==", ""})
  void a_context_that_is_no_map_of_texts_is_refused(String context) {
    S3Error error = refused(ALGORITHM, "aws:kms", CONTEXT, context);
    assertThat(error.code()).isEqualTo("InvalidArgument");
    assertThat(error.message()).contains("string-string map");
  }

  @Test
  void a_customers_key_excludes_an_algorithm() {
    assertThat(choice(CustomerKeysTest.HEADERS)).isInstanceOf(EncryptionChoice.Customer.class);
    Headers both = headers(CustomerKeysTest.HEADERS).with(ALGORITHM, "AES256");
    S3Error error =
        catchThrowableOfType(S3Exception.class, () -> EncryptionHeaders.choice(both, MANAGED))
            .error();
    assertThat(error.message()).contains("incompatible with the encryption method specified");
  }

  @Test
  void answers_show_the_encryption_and_never_a_wrapped_key_or_a_context() {
    assertThat(EncryptionHeaders.of(new ObjectEncryption.Managed(Optional.of("sealed"))))
        .isEqualTo(headers(ALGORITHM, "AES256"));
    assertThat(
            EncryptionHeaders.of(
                new ObjectEncryption.Kms("arn", "wrapped", Map.of("a", "b"), false)))
        .isEqualTo(headers(ALGORITHM, "aws:kms", KEY, "arn"));
    assertThat(EncryptionHeaders.of(new ObjectEncryption.Kms("arn", "wrapped", Map.of(), true)))
        .isEqualTo(headers(ALGORITHM, "aws:kms", KEY, "arn", BUCKET_KEY, "true"));
    assertThat(EncryptionHeaders.of(new ObjectEncryption.Customer("md5")))
        .isEqualTo(
            headers(
                CustomerKeys.OBJECT + "algorithm",
                "AES256",
                CustomerKeys.OBJECT + "key-MD5",
                "md5"));
  }
}
