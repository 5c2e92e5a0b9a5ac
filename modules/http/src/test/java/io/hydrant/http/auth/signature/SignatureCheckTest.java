package io.hydrant.http.auth.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {
  private static final String SECRET = "secret";
  private static final String DATE = "20150830T123600Z";
  private static final Instant SIGNED = Instant.parse("2015-08-30T12:36:00Z");
  private static final String NO_MATCH =
      "The request signature we calculated does not match the signature you provided. Check your"
          + " AWS Secret Access Key and signing method. Consult the service documentation for"
          + " details.";

  private static SignedRequest request(String date, String contentType, String body) {
    return new SignedRequest(
        "POST",
        "/",
        List.of(
            new SignedRequest.Header("Host", "localhost:4573"),
            new SignedRequest.Header("X-Amz-Date", date),
            new SignedRequest.Header("Content-Type", contentType)),
        Bytes.ofUtf8(body));
  }

  private static AuthorizationHeader header(SignedRequest request, String scope, String secret) {
    List<String> signed = List.of("content-type", "host", "x-amz-date");
    String[] parts = scope.split("/", -1);
    CredentialScope read = new CredentialScope(parts[0], parts[1], parts[2], parts[3]);
    String date = RequestDate.of(request).fold(RequestDate::toString, error -> "");
    return new AuthorizationHeader(
        "AKID", read, signed, SignatureV4.of(request, signed, read, date, secret));
  }

  private static String outcome(SignedRequest request, AuthorizationHeader header, Instant now) {
    return new SignatureCheck(() -> now)
        .refusal(request, header, "kms", SECRET)
        .map(error -> error.code() + ": " + error.message())
        .orElse("signed");
  }

  private static final String SCOPE = "20150830/us-east-1/kms/aws4_request";

  @ParameterizedTest
  @ValueSource(longs = {-300, 0, 300})
  void a_request_that_is_signed_with_the_secret_passes(long seconds) {
    SignedRequest request = request(DATE, "application/x-amz-json-1.1", "{}");
    assertThat(outcome(request, header(request, SCOPE, SECRET), SIGNED.plusSeconds(seconds)))
        .isEqualTo("signed");
  }

  @Test
  void another_secret_another_body_or_another_header_does_not_match() {
    SignedRequest request = request(DATE, "application/x-amz-json-1.1", "{}");
    AuthorizationHeader header = header(request, SCOPE, SECRET);
    String refused = "InvalidSignatureException: " + NO_MATCH;
    assertThat(outcome(request, header(request, SCOPE, "another"), SIGNED)).isEqualTo(refused);
    assertThat(outcome(request(DATE, "application/x-amz-json-1.1", "[]"), header, SIGNED))
        .isEqualTo(refused);
    assertThat(outcome(request(DATE, "text/plain", "{}"), header, SIGNED)).isEqualTo(refused);
  }

  @Test
  void a_body_that_the_client_did_not_hash_is_not_hashed() {
    SignedRequest bare = request(DATE, "text/plain", "");
    List<SignedRequest.Header> headers = new java.util.ArrayList<>(bare.headers());
    headers.add(new SignedRequest.Header("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD"));
    SignedRequest first = new SignedRequest("POST", "/", headers, Bytes.ofUtf8("first"));
    SignedRequest second = new SignedRequest("POST", "/", headers, Bytes.ofUtf8("second"));
    assertThat(outcome(second, header(first, SCOPE, SECRET), SIGNED)).isEqualTo("signed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b; charset=utf-8",
        "a/b;charset=UTF-8",
        "a/b;charset=utf-8",
        "a/b; charset=UTF-8"
      })
  void a_charset_may_be_written_as_clients_write_it(String contentType) {
    SignedRequest sent = request(DATE, contentType, "{}");
    for (String read : List.of("a/b; charset=UTF-8", "a/b")) {
      SignedRequest received = request(DATE, read, "{}");
      assertThat(outcome(received, header(sent, SCOPE, SECRET), SIGNED)).isEqualTo("signed");
    }
  }

  @Test
  void the_date_may_stand_in_the_ordinary_header() {
    SignedRequest request =
        new SignedRequest(
            "POST",
            "/",
            List.of(
                new SignedRequest.Header("Host", "h"),
                new SignedRequest.Header("Date", "Sun, 30 Aug 2015 12:36:00 GMT")),
            Bytes.EMPTY);
    assertThat(outcome(request, header(request, SCOPE, SECRET), SIGNED)).isEqualTo("signed");
  }

  @Test
  void a_signature_is_good_for_five_minutes_around_its_date() {
    SignedRequest request = request(DATE, "a/b", "{}");
    AuthorizationHeader header = header(request, SCOPE, SECRET);
    assertThat(outcome(request, header, SIGNED.plus(Duration.ofSeconds(301))))
        .isEqualTo(
            "InvalidSignatureException: Signature expired: 20150830T123600Z is now earlier than"
                + " 20150830T123601Z (20150830T124101Z - 5 min.)");
    assertThat(outcome(request, header, SIGNED.minus(Duration.ofSeconds(301))))
        .isEqualTo(
            "InvalidSignatureException: Signature not yet current: 20150830T123600Z is still later"
                + " than 20150830T123559Z (20150830T123059Z + 5 min.)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          20150829/us-east-1/kms/aws4_request | Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20150829' != '20150830', from '20150830T123600Z'.
          20150830/moon/kms/aws4_request | Credential should be scoped to a valid region, not 'moon'.
          20150830/us-east-1/firehose/aws4_request | Credential should be scoped to correct service: 'kms'.
          """)
  void a_signature_is_for_one_day_region_and_service(String scope, String message) {
    SignedRequest request = request(DATE, "a/b", "{}");
    assertThat(outcome(request, header(request, scope, SECRET), SIGNED).strip())
        .isEqualTo("InvalidSignatureException: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `` | MissingAuthenticationTokenException
          AWS4-HMAC-SHA256 Credential=a/20150830/r/kms/aws4_request, SignedHeaders=host, Signature=0 | read
          AWS4-HMAC-SHA256 Credential=a/20150830/r/kms/aws4_request,SignedHeaders=host,Signature=0 | read
          AWS4-HMAC-SHA256 Credential=a/20150830/r/kms/aws5_request, SignedHeaders=host, Signature=0 | InvalidSignatureException
          AWS4-HMAC-SHA256 Credential=a/20150830/r/kms, SignedHeaders=host, Signature=0 | IncompleteSignatureException
          AWS4-HMAC-SHA256 SignedHeaders=host, Signature=0 | IncompleteSignatureException
          """)
  void the_header_is_read_or_refused(String text, String outcome) {
    Reply<AuthorizationHeader> reply = AuthorizationHeader.read(Optional.of(text), true);
    assertThat(reply.<String>fold(read -> "read", error -> error.code())).isEqualTo(outcome);
  }
}
