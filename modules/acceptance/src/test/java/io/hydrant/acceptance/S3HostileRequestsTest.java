package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Requests of S3 that no SDK sends. */
class S3HostileRequestsTest extends OneNode {
  private RawAnswer ask(String line, String... headers) throws IOException {
    return RawAnswer.to(
        endpoint(),
        line
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + IntStream.range(0, headers.length)
                .mapToObj(i -> headers[i] + "\r\n")
                .collect(Collectors.joining())
            + (line.startsWith("PUT") ? "Content-Length: 0\r\n" : "")
            + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/bucket/%zz",
        "/bucket/%",
        "/bucket?prefix=%zz",
        "/bucket/%ff",
        "/bucket/%C3",
        "/bucket/%ED%A0%80",
        "/bucket?prefix=%ff"
      })
  void an_address_that_cannot_be_read_is_no_uri(String target) throws Exception {
    for (String method : new String[] {"GET", "PUT"}) {
      RawAnswer answer = ask(method + " " + target);
      assertThat(answer.status()).as(target).isEqualTo(400);
      assertThat(answer.header("Content-Type")).startsWith("application/xml");
      assertThat(answer.body()).contains("<Code>InvalidURI</Code>");
    }
  }

  @Test
  void an_address_beyond_the_limit_is_refused_in_s3_s_form() throws Exception {
    RawAnswer answer = ask("GET /bucket/" + "a".repeat(9000));
    assertThat(answer.status()).isEqualTo(414);
    assertThat(answer.body()).contains("<Code>InvalidURI</Code>");
    assertThat(ask("GET /bucket/" + "%41".repeat(1024)).body()).contains("<Code>NoSuchKey</Code>");
    assertThat(ask("GET /bucket/" + "%41".repeat(1025)).body())
        .contains("<Code>KeyTooLongError</Code>");
  }

  @ParameterizedTest
  @CsvSource({
    "/.., InvalidBucketName",
    "/%2e%2e/x, InvalidBucketName",
    "/%2e%2e%2fbucket/x, InvalidBucketName",
    "/BUCKET/x, InvalidBucketName",
    "/bucket%00/x, InvalidBucketName",
    "/bucket/../other/x, NoSuchKey",
    "/bucket/%2e%2e%2f%2e%2e%2fetc, NoSuchKey",
    "/bucket/%00, NoSuchKey",
    "/bucket/x?versionId=%00, NoSuchVersion",
    "/bucket?max-keys=-1, InvalidArgument",
    "/bucket?max-keys=99999999999999999999, InvalidArgument",
    "/bucket?list-type=2&continuation-token=%00, InvalidArgument"
  })
  void an_odd_address_gets_the_error_of_s3(String target, String code) throws Exception {
    assertThat(ask("GET " + target).body()).contains("<Code>" + code + "</Code>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nSet-Cookie: x=y", "a\nX: y", "a\0", "\u007f"})
  void no_parameter_adds_lines_to_an_answer(String value) throws Exception {
    s3.putObject(r -> r.bucket(BUCKET).key("lines"), RequestBody.fromString("x"));
    RawAnswer answer =
        ask(
            "GET /bucket/lines?response-content-disposition="
                + URLEncoder.encode(value, StandardCharsets.UTF_8));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("<Code>InvalidArgument</Code>");
  }

  @Test
  void headers_come_back_as_they_were_sent() throws Exception {
    String disposition = "attachment;filename=\"a b.txt\";  x=\"1\"";
    ask(
        "PUT /bucket/headers",
        "Cache-Control: max-age=0,no-cache",
        "Content-Disposition: " + disposition,
        "Content-Language: de,en",
        "Expires: 0",
        "x-amz-meta-name: é日");
    RawAnswer answer = ask("GET /bucket/headers");
    assertThat(answer.header("Cache-Control")).isEqualTo("max-age=0,no-cache");
    assertThat(answer.header("Content-Disposition")).isEqualTo(disposition);
    assertThat(answer.header("Expires")).isEqualTo("0");
    assertThat(answer.header("Content-Language")).isEqualTo("de,en");
    assertThat(answer.header("x-amz-meta-name")).isEqualTo("=?UTF-8?B?w6nml6U=?=");
  }

  /** The low bytes of these letters are a carriage return and a line feed. */
  @Test
  void no_letter_becomes_a_line_break() throws Exception {
    String value = "attachment; x=\u010d\u010aSet-Cookie: a=b";
    ask("PUT /bucket/letters", "Content-Disposition: " + value, "Cache-Control: " + value);
    RawAnswer answer = ask("GET /bucket/letters");
    assertThat(answer.header("Content-Disposition")).isEqualTo(value);
    assertThat(answer.header("Cache-Control")).isEqualTo(value);
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @Test
  void an_object_may_have_a_hundred_headers() throws Exception {
    String[] headers =
        IntStream.range(0, 100).mapToObj(i -> "x-amz-meta-" + i + ": " + i).toArray(String[]::new);
    assertThat(ask("PUT /bucket/many", headers).status()).isEqualTo(200);
    assertThat(s3.headObject(r -> r.bucket(BUCKET).key("many")).metadata()).hasSize(100);
  }

  @Test
  void no_page_of_another_site_may_call() throws Exception {
    RawAnswer preflight =
        ask(
            "OPTIONS /bucket/k",
            "Origin: http://localhost:3000",
            "Access-Control-Request-Method: PUT",
            "Access-Control-Request-Headers: x-amz-acl");
    assertThat(preflight.status()).isEqualTo(403);
    assertThat(preflight.body())
        .contains("<Code>AccessForbidden</Code>")
        .contains("CORSResponse: CORS is not enabled for this bucket.");
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(ask("OPTIONS /bucket/k").body()).contains("Origin request header needed");
    assertThat(ask("OPTIONS /bucket/k", "Origin: http://a").body())
        .contains("Invalid Access-Control-Request-Method");
    assertThat(
            ask("GET /bucket", "Origin: http://evil.example").header("Access-Control-Allow-Origin"))
        .isEmpty();
  }

  @Test
  void a_configuration_that_would_allow_it_is_not_implemented() {
    CORSRule all = CORSRule.builder().allowedMethods("GET").allowedOrigins("*").build();
    assertThatThrownBy(
            () -> s3.putBucketCors(r -> r.bucket(BUCKET).corsConfiguration(c -> c.corsRules(all))))
        .isInstanceOfSatisfying(
            S3Exception.class,
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(501);
              assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("NotImplemented");
            });
    assertThatThrownBy(() -> s3.getBucketCors(r -> r.bucket(BUCKET)))
        .hasMessageContaining("The CORS configuration does not exist");
  }
}
