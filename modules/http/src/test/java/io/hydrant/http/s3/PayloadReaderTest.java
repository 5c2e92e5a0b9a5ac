package io.hydrant.http.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.s3.error.S3Exception;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.Payload;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadReaderTest {
  private static final String SHA =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static Headers hash(String value) {
    return Headers.NONE.with("X-Amz-Content-Sha256", value);
  }

  private static Payload read(Headers headers) {
    return PayloadReader.read(headers, Optional.empty());
  }

  private static void refused(Headers headers, String code) {
    assertThatThrownBy(() -> read(headers))
        .isInstanceOfSatisfying(
            S3Exception.class, refused -> assertThat(refused.error().code()).isEqualTo(code));
  }

  @Test
  void a_body_without_a_hash_is_plain() {
    assertThat(read(Headers.NONE)).isEqualTo(new Payload.Plain());
    assertThat(read(hash("UNSIGNED-PAYLOAD"))).isEqualTo(new Payload.Plain());
  }

  @Test
  void a_hash_is_kept_in_small_letters() {
    assertThat(read(hash(SHA.toUpperCase(Locale.ROOT)))).isEqualTo(new Payload.Hashed(SHA));
  }

  @ParameterizedTest
  @CsvSource({
    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD, true",
    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, true",
    "STREAMING-UNSIGNED-PAYLOAD-TRAILER, false"
  })
  void chunks_are_signed_or_not(String form, boolean signed) {
    Headers headers =
        hash(form).with("x-amz-decoded-content-length", "7").with("x-amz-trailer", "x-amz-crc");
    assertThat(read(headers))
        .isEqualTo(new Payload.Chunked(7, signed, Optional.empty(), Optional.of("x-amz-crc")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "x", "1234567890123456789", "1.5"})
  void chunks_need_the_length_of_their_content(String length) {
    Headers chunked = hash("STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
    refused(chunked, "MissingContentLength");
    refused(chunked.with("x-amz-decoded-content-length", length), "MissingContentLength");
  }

  @Test
  void other_forms_are_refused() {
    refused(hash("sha"), "InvalidArgument");
    refused(hash(SHA + "0"), "InvalidArgument");
    refused(hash("STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD"), "NotImplemented");
  }
}
