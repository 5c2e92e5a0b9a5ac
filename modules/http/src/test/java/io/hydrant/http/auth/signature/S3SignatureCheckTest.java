package io.hydrant.http.auth.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.id.Bytes;
import io.hydrant.s3.error.S3Exception;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are those of the S3 API Reference. */
class S3SignatureCheckTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String DATE = "20130524T000000Z";
  private static final Instant SIGNED = Instant.parse("2013-05-24T00:00:00Z");
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final CredentialScope SCOPE =
      new CredentialScope("20130524", "us-east-1", "s3", "aws4_request");
  private static final String GET_SIGNATURE =
      "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41";

  private static SignedRequest request(String method, String target, String... headers) {
    List<SignedRequest.Header> all = new ArrayList<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.add(new SignedRequest.Header(headers[i], headers[i + 1]));
    }
    return new SignedRequest(method, target, all, Bytes.EMPTY);
  }

  private static SignedRequest get(String range, String... more) {
    List<String> headers =
        new ArrayList<>(
            List.of(
                "Host", "examplebucket.s3.amazonaws.com",
                "x-amz-date", DATE,
                "Range", range,
                "x-amz-content-sha256", EMPTY));
    headers.addAll(List.of(more));
    return request("GET", "/test.txt", headers.toArray(String[]::new));
  }

  private static S3SignatureCheck.Claim claim(CredentialScope scope, String date) {
    return new S3SignatureCheck.Claim(
        scope,
        List.of("host", "range", "x-amz-content-sha256", "x-amz-date"),
        GET_SIGNATURE,
        date,
        EMPTY,
        true);
  }

  private static String outcome(
      SignedRequest request, S3SignatureCheck.Claim claim, String secret, Instant now) {
    try {
      new S3SignatureCheck(() -> now).verify(request, claim, secret);
      return "signed";
    } catch (S3Exception refused) {
      return refused.error().code() + " " + refused.error().message();
    }
  }

  private static String outcome(SignedRequest request) {
    return outcome(request, claim(SCOPE, DATE), SECRET, SIGNED);
  }

  @Test
  void the_published_example_of_a_header_is_signed() {
    assertThat(outcome(get("bytes=0-9"))).isEqualTo("signed");
  }

  @Test
  void another_header_or_another_secret_is_not_what_was_signed() {
    assertThat(outcome(get("bytes=0-8"))).startsWith("SignatureDoesNotMatch ");
    assertThat(outcome(get("bytes=0-9"), claim(SCOPE, DATE), "other", SIGNED))
        .startsWith("SignatureDoesNotMatch ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-amz-acl", "X-Amz-Meta-Added"})
  void a_header_of_aws_that_is_not_signed_is_refused(String name) {
    assertThatThrownBy(
            () ->
                new S3SignatureCheck(() -> SIGNED)
                    .verify(get("bytes=0-9", name, "x"), claim(SCOPE, DATE), SECRET))
        .isInstanceOfSatisfying(
            S3Exception.class,
            refused -> {
              assertThat(refused.error().code()).isEqualTo("AccessDenied");
              assertThat(refused.error().details())
                  .containsEntry("HeadersNotSigned", name.toLowerCase(Locale.ROOT));
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {-901, 901})
  void a_clock_that_differs_by_more_than_fifteen_minutes_is_refused(long seconds) {
    SignedRequest request = get("bytes=0-9");
    assertThat(outcome(request, claim(SCOPE, DATE), SECRET, SIGNED.plusSeconds(seconds)))
        .startsWith("RequestTimeTooSkewed ");
    assertThat(
            outcome(
                request,
                claim(SCOPE, DATE),
                SECRET,
                SIGNED.plusSeconds(seconds - Long.signum(seconds))))
        .isEqualTo("signed");
  }

  @Test
  void a_signature_for_another_service_or_without_a_date_is_refused() {
    CredentialScope firehose =
        new CredentialScope("20130524", "us-east-1", "firehose", "aws4_request");
    assertThat(outcome(get("bytes=0-9"), claim(firehose, DATE), SECRET, SIGNED))
        .startsWith("AuthorizationHeaderMalformed ")
        .contains("incorrect service \"firehose\"");
    assertThat(outcome(get("bytes=0-9"), claim(SCOPE, ""), SECRET, SIGNED))
        .startsWith("AccessDenied AWS authentication requires a valid Date");
  }

  @Test
  void a_scope_of_another_day_is_refused() {
    CredentialScope day = new CredentialScope("20130523", "us-east-1", "s3", "aws4_request");
    String canonical =
        CanonicalRequest.ofS3(
            get("bytes=0-9"),
            List.of("host", "range", "x-amz-content-sha256", "x-amz-date"),
            EMPTY);
    String signature = SignatureV4.of(canonical, day, DATE, SignatureV4.key(day, SECRET));
    S3SignatureCheck.Claim claim =
        new S3SignatureCheck.Claim(
            day,
            List.of("host", "range", "x-amz-content-sha256", "x-amz-date"),
            signature,
            DATE,
            EMPTY,
            true);
    assertThat(outcome(get("bytes=0-9"), claim, SECRET, SIGNED))
        .startsWith("SignatureDoesNotMatch ");
  }

  @Test
  void the_published_presigned_address_is_signed_however_old_it_is() {
    String target =
        "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE"
            + "%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z"
            + "&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=x";
    S3SignatureCheck.Claim claim =
        new S3SignatureCheck.Claim(
            SCOPE,
            List.of("host"),
            "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
            DATE,
            "UNSIGNED-PAYLOAD",
            false);
    SignedRequest request = request("GET", target, "Host", "examplebucket.s3.amazonaws.com");
    assertThat(outcome(request, claim, SECRET, SIGNED.plusSeconds(1_000_000))).isEqualTo("signed");
    assertThat(
            outcome(
                request(
                    "GET",
                    target.replace("=86400", "=86401"),
                    "Host",
                    "examplebucket.s3.amazonaws.com"),
                claim,
                SECRET,
                SIGNED))
        .startsWith("SignatureDoesNotMatch ");
  }
}
