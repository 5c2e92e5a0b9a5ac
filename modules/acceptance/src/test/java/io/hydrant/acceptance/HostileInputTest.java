package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** What only a careless or a hostile client sends, to a whole node. */
class HostileInputTest extends OneNode {
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/firehose/aws4_request,"
          + " SignedHeaders=host, Signature=0";
  private static final List<String> TARGETS =
      List.of(
          "Firehose_20150804.CreateDeliveryStream",
          "Firehose_20150804.TagDeliveryStream",
          "Firehose_20150804.PutRecordBatch",
          "TrentService.CreateKey",
          "TrentService.CreateGrant",
          "TrentService.Encrypt");
  private static final List<String> BODIES =
      List.of(
          "null",
          "[".repeat(100_000),
          "{\"\\ud800\":1}",
          "{\"Description\":\"\\ud800\",\"Tags\":[{\"TagKey\":\"\\ud800\",\"TagValue\":\"\"}]}",
          "{\"DeliveryStreamName\":\"a\",\"Tags\":[null,{\"Key\":null}],\"Records\":[{}]}",
          "{\"KeyId\":\"alias/a\",\"Plaintext\":\"QR==\",\"EncryptionContext\":{\"a\":null}}",
          "{\"KeyId\":\"alias/a\",\"Plaintext\":\"QR\",\"XConfiguration\":[null,1e309]}");

  @Test
  void no_odd_body_is_answered_with_a_failure_of_the_server() throws Exception {
    for (String target : TARGETS) {
      for (String body : BODIES) {
        HttpResponse<String> answer =
            http(call(target).POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as("%s %.100s", target, body).isLessThan(500);
      }
    }
  }

  @Test
  void a_large_wrong_body_gets_a_small_answer() throws Exception {
    String body = "{\"KeyId\":\"k\",\"Operations\":[" + "\"\\u0001\",".repeat(40_000) + "\"\"]}";
    HttpResponse<String> answer =
        http(call("TrentService.CreateGrant").POST(HttpRequest.BodyPublishers.ofString(body)));
    assertThat(answer.body()).contains("40001 validation errors detected: ");
    assertThat(answer.body().length()).isLessThan(64 * 1024);
  }

  @Test
  void the_clock_is_not_led_to_where_it_cannot_tell_its_time() throws Exception {
    for (String by : List.of("PT31556889864403199S", "PT9223372036854775807S", "P9999999D")) {
      HttpRequest.Builder advance =
          HttpRequest.newBuilder(endpoint().resolve("/_hydrant/clock"))
              .POST(HttpRequest.BodyPublishers.ofString("{\"advance\":\"" + by + "\"}"));
      assertThat(http(advance).statusCode()).isEqualTo(400);
    }
    assertThat(http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/clock"))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void gzip_is_taken_off_api_calls_and_left_on_objects() throws Exception {
    HttpRequest.Builder list =
        call("TrentService.ListKeys")
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(zipped("{\"Limit\":0}")));
    assertThat(http(list).body()).contains("Value '0' at 'limit' failed to satisfy constraint");
    byte[] object = zipped("object");
    s3.putObject(
        r -> r.bucket(BUCKET).key("zipped").contentEncoding("gzip"), RequestBody.fromBytes(object));
    assertThat(s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("zipped")).asByteArray())
        .isEqualTo(object);
  }

  @Test
  void what_is_not_http_is_answered_like_an_error_of_an_operation() throws Exception {
    List<String> ids = new ArrayList<>();
    for (String request :
        List.of(
            "POST / HTTP/1.1\r\n\r\n",
            "hello\r\n\r\n",
            "POST / HTTP/9.9\r\nHost: x\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n")) {
      RawAnswer answer = RawAnswer.to(endpoint(), request);
      assertThat(answer.status()).as("%.60s", request).isBetween(400, 599);
      assertThat(answer.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
      ids.add(answer.header("x-amzn-RequestId"));
      assertThat(answer.body())
          .startsWith("{\"__type\":\"MalformedHttpRequestException\",\"message\":\"");
    }
    assertThat(ids)
        .hasSize(5)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
  }

  private HttpRequest.Builder call(String target) {
    return HttpRequest.newBuilder(endpoint())
        .header("X-Amz-Target", target)
        .header("X-Amz-Date", "20261123T000000Z")
        .header("Content-Type", "application/x-amz-json-1.1")
        .header("Authorization", AUTHORIZATION);
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return zipped.toByteArray();
  }
}
