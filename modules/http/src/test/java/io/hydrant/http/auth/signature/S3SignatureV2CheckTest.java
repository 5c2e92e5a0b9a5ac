package io.hydrant.http.auth.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.id.Bytes;
import io.hydrant.s3.error.S3Exception;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples are those of the S3 User Guide, "Signing and authenticating REST requests". */
class S3SignatureV2CheckTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final Optional<String> BUCKET = Optional.of("johnsmith");

  private static SignedRequest request(String method, String target, String... headers) {
    List<SignedRequest.Header> all = new ArrayList<>();
    all.add(new SignedRequest.Header("Host", "johnsmith.s3.amazonaws.com"));
    for (int i = 0; i < headers.length; i += 2) {
      all.add(new SignedRequest.Header(headers[i], headers[i + 1]));
    }
    return new SignedRequest(method, target, all, Bytes.EMPTY);
  }

  private static String header(SignedRequest request, String signature, String now) {
    return outcome(
        () ->
            new S3SignatureV2Check(() -> Instant.parse(now))
                .verifyHeader(request, BUCKET, signature, SECRET));
  }

  private static String address(SignedRequest request, String expires, String signature) {
    return outcome(
        () ->
            new S3SignatureV2Check(Instant::now)
                .verifyAddress(request, BUCKET, expires, signature, SECRET));
  }

  private static String outcome(Runnable verification) {
    try {
      verification.run();
      return "signed";
    } catch (S3Exception refused) {
      return refused.error().code();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /photos/puppy.jpg                        | 19:36:42 | bWq2s1WEIj+Ydj0vQ697zp+IXMU=
          /?prefix=photos&max-keys=50&marker=puppy | 19:42:41 | htDYFYduRNen8P9ZfE/s9SuKy0U=
          /?acl                                    | 19:44:46 | c2WLPFtWHVgbEmeEG93a4cG37dM=
          """)
  void the_published_requests_are_signed(String target, String time, String signature) {
    SignedRequest request = request("GET", target, "Date", "Tue, 27 Mar 2007 " + time + " +0000");
    assertThat(header(request, signature, "2007-03-27T" + time + "Z")).isEqualTo("signed");
    assertThat(header(request, "A" + signature.substring(1), "2007-03-27T" + time + "Z"))
        .isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void the_published_upload_is_signed_with_its_content_type() {
    SignedRequest request =
        request(
            "PUT",
            "/photos/puppy.jpg",
            "Content-Type",
            "image/jpeg",
            "Date",
            "Tue, 27 Mar 2007 21:15:45 +0000");
    String signature = "MyyxeRY7whkBe+bq8fHCL/2kKUg=";
    assertThat(header(request, signature, "2007-03-27T21:15:45Z")).isEqualTo("signed");
    assertThat(header(request.with("content-type", "text/html"), signature, "2007-03-27T21:15:45Z"))
        .isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void the_published_presigned_address_is_signed_until_the_moment_that_it_names() {
    String signature = "NpgCjnDzrM+WFzoENXmpNDUsSn8=";
    SignedRequest request = request("GET", "/photos/puppy.jpg");
    assertThat(address(request, "1175139620", signature)).isEqualTo("signed");
    assertThat(address(request, "1175139621", signature)).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void a_request_without_a_date_or_with_an_old_one_is_refused() {
    SignedRequest request = request("GET", "/", "Date", "Tue, 27 Mar 2007 19:36:42 +0000");
    assertThat(header(request, "x", "2007-03-27T19:51:43Z")).isEqualTo("RequestTimeTooSkewed");
    assertThat(header(request("GET", "/"), "x", "2007-03-27T19:51:43Z")).isEqualTo("AccessDenied");
  }

  @Test
  void headers_of_aws_are_signed_whether_they_come_as_headers_or_in_the_address() {
    SignedRequest sent = request("PUT", "/k", "X-Amz-Acl", "private");
    SignedRequest hoisted = request("PUT", "/k?x-amz-acl=private");
    SignedRequest without = request("PUT", "/k");
    String text = CanonicalV2.of(sent, BUCKET, "1");
    assertThat(text).isEqualTo("PUT\n\n\n1\nx-amz-acl:private\n/johnsmith/k");
    assertThat(CanonicalV2.of(hoisted, BUCKET, "1")).isEqualTo(text);
    assertThat(CanonicalV2.of(without, BUCKET, "1")).isNotEqualTo(text);
  }

  @Test
  void the_resource_has_its_parameters_decoded_and_in_order() {
    assertThat(
            CanonicalV2.of(
                request("GET", "/a%20b?versionId=1&response-content-type=text%2Fx&acl&other=1"),
                Optional.empty(),
                "1"))
        .isEqualTo("GET\n\n\n1\n/a%20b?acl&response-content-type=text/x&versionId=1");
  }
}
