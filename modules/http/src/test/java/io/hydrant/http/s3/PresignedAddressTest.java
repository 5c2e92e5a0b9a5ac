package io.hydrant.http.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.error.S3Exception;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.Payload;
import io.hydrant.s3.message.S3Request;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresignedAddressTest {
  private static final String FOURTH =
      "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKID%2F20130524%2Fus-east-1%2Fs3"
          + "%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=60"
          + "&X-Amz-SignedHeaders=host%3BX-Amz-Acl&X-Amz-Signature=abc";
  private static final String SECOND = "AWSAccessKeyId=AKID&Expires=1369353660&Signature=a%2Bb";
  private static final Instant SIGNED = Instant.parse("2013-05-24T00:00:00Z");

  private static S3Request head(String query, Headers headers) {
    return new S3Request(
        "GET",
        new S3Request.Target(Optional.of("b"), Optional.of("k")),
        S3Targets.query(query),
        headers,
        OptionalLong.empty(),
        new Payload.Plain(),
        Optional.empty(),
        "id");
  }

  private static S3Request head(String query) {
    return head(query, Headers.NONE);
  }

  private static String refusal(Runnable read) {
    try {
      read.run();
      return "none";
    } catch (S3Exception refused) {
      S3Error error = refused.error();
      return error.code() + ": " + error.message();
    }
  }

  @Test
  void an_address_of_version_4_is_read() {
    PresignedAddress address = PresignedAddress.of(head(FOURTH)).orElseThrow();
    assertThat(address.accessKeyId()).isEqualTo("AKID");
    assertThat(address.scope()).hasToString("20130524/us-east-1/s3/aws4_request");
    assertThat(address.claim("UNSIGNED-PAYLOAD").signedHeaders())
        .containsExactly("host", "x-amz-acl");
    assertThat(address.claim("UNSIGNED-PAYLOAD").signature()).isEqualTo("abc");
  }

  @Test
  void an_address_without_parameters_of_a_signature_is_not_presigned() {
    assertThat(PresignedAddress.of(head("prefix=x&Expires=1"))).isEmpty();
    assertThat(PresignedAddressV2.of(head("prefix=x&Expires=1").query())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X-Amz-Expires=60    | X-Amz-Expires=-1     | X-Amz-Expires must be non-negative
          X-Amz-Expires=60    | X-Amz-Expires=1h     | X-Amz-Expires should be a number
          X-Amz-Expires=60    | X-Amz-Expires=604801 | X-Amz-Expires must be less than a week
          20130524T000000Z    | yesterday            | X-Amz-Date must be in the ISO8601 Long
          X-Amz-Signature=abc | a=b                  | Query-string authentication version 4 req
          AWS4-HMAC-SHA256    | AWS4-X               | Query-string authentication version 4 req
          %2Fs3%2F            | %2Fkms%2F            | Query-string authentication version 4 req
          """)
  void an_address_that_is_not_as_it_must_be_is_refused(String part, String other, String message) {
    String query = FOURTH.replace(part, other);
    assertThat(query).isNotEqualTo(FOURTH);
    assertThat(refusal(() -> PresignedAddress.of(head(query))))
        .startsWith("AuthorizationQueryParametersError: " + message);
  }

  @Test
  void an_address_of_version_4_is_live_from_its_signing_to_its_expiry() {
    PresignedAddress address = PresignedAddress.of(head(FOURTH)).orElseThrow();
    assertThat(refusal(() -> address.requireLive(SIGNED.plusSeconds(60)))).isEqualTo("none");
    assertThat(refusal(() -> address.requireLive(SIGNED.plusSeconds(61))))
        .isEqualTo("AccessDenied: Request has expired");
    assertThat(refusal(() -> address.requireLive(SIGNED.minusSeconds(900)))).isEqualTo("none");
    assertThat(refusal(() -> address.requireLive(SIGNED.minusSeconds(901))))
        .isEqualTo("AccessDenied: Request is not yet valid");
  }

  @Test
  void an_address_of_version_2_is_live_to_its_expiry() {
    PresignedAddressV2 address = PresignedAddressV2.of(head(SECOND).query()).orElseThrow();
    assertThat(address).isEqualTo(new PresignedAddressV2("AKID", "1369353660", "a+b"));
    assertThat(refusal(() -> address.requireLive(SIGNED.plusSeconds(60)))).isEqualTo("none");
    assertThat(refusal(() -> address.requireLive(SIGNED.plusSeconds(61))))
        .isEqualTo("AccessDenied: Request has expired");
  }

  @ParameterizedTest
  @CsvSource({
    "AWSAccessKeyId=A&Signature=s, requires the Signature",
    "AWSAccessKeyId=&Expires=1&Signature=s, requires the Signature",
    "Expires=1&Signature=s, requires the Signature",
    "AWSAccessKeyId=A&Expires=1, requires the Signature",
    "AWSAccessKeyId=A&Expires=soon&Signature=s, seconds since epoch): soon",
    "AWSAccessKeyId=A&Expires=999999999999&Signature=s, seconds since epoch"
  })
  void an_address_of_version_2_needs_its_three_parameters(String query, String message) {
    assertThat(refusal(() -> PresignedAddressV2.of(head(query).query())))
        .startsWith("AccessDenied: ")
        .contains(message);
  }

  @Test
  void headers_in_the_address_are_taken_and_those_of_the_signature_are_not() {
    Headers headers =
        HoistedHeaders.of(
            head(
                FOURTH + "&X-Amz-Acl=private&x-amz-meta-a=1&prefix=p",
                Headers.NONE.with("x-amz-meta-A", "sent")));
    assertThat(headers.all())
        .containsExactly(
            new Headers.Header("x-amz-meta-A", "sent"), new Headers.Header("x-amz-acl", "private"));
  }

  /** That of JavaScript is the checksum of the empty body which it has when it signs. */
  @Test
  void a_checksum_in_the_address_is_not_one_of_the_body() {
    assertThat(
            HoistedHeaders.of(
                    head(
                        FOURTH
                            + "&x-amz-checksum-crc32=AAAAAA==&x-amz-sdk-checksum-algorithm=CRC32"))
                .all())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"x-amz-meta-a=%0d%0aSet-Cookie:x", "x-amz-meta-a%20b=1", "x-amz-meta-a=%00"})
  void no_parameter_adds_lines_to_an_answer(String parameter) {
    assertThat(refusal(() -> HoistedHeaders.of(head(parameter)))).startsWith("InvalidArgument: ");
  }
}
