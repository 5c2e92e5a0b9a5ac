package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** Refusals that the node knows before it has read the body. */
class S3EarlyAnswersTest extends OneNode {
  private static final int MIB = 1 << 20;

  /** Sends everything before it reads, as HttpURLConnection and many other clients do. */
  private String put(String path, long length, boolean waits, String... headers)
      throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) endpoint().resolve(path).toURL().openConnection();
    connection.setRequestMethod("PUT");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(length);
    if (waits) {
      connection.setRequestProperty("Expect", "100-continue");
    }
    for (int i = 0; i < headers.length; i += 2) {
      connection.setRequestProperty(headers[i], headers[i + 1]);
    }
    try (OutputStream out = connection.getOutputStream()) {
      byte[] piece = new byte[MIB];
      for (long sent = 0; sent < length; sent += piece.length) {
        out.write(piece, 0, (int) Math.min(piece.length, length - sent));
      }
    }
    int status = connection.getResponseCode();
    String body = new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return status + " " + body.replaceAll("(?s).*<Code>(.*)</Code>.*", "$1");
  }

  @ParameterizedTest
  @CsvSource({"1, false", "1, true", "1048576, false", "1048576, true", "41943040, false"})
  void a_client_sees_why_its_upload_is_refused(long length, boolean waits) throws Exception {
    s3.putObject(r -> r.bucket(BUCKET).key("there"), RequestBody.fromString("x"));
    assertThat(put("/no-bucket/k", length, waits)).isEqualTo("404 NoSuchBucket");
    assertThat(put("/bucket/there", length, waits, "If-None-Match", "*"))
        .isEqualTo("412 PreconditionFailed");
    assertThat(put("/bucket/k?X-Amz-Signature=x", length, waits))
        .isEqualTo("400 AuthorizationQueryParametersError");
  }

  @Test
  void a_client_sees_why_its_body_is_refused_in_the_middle() throws Exception {
    assertThat(put("/bucket?tagging", 8L * MIB, false)).isEqualTo("400 EntityTooLarge");
    assertThat(
            put(
                "/bucket/k",
                8L * MIB,
                false,
                "x-amz-content-sha256",
                "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                "x-amz-decoded-content-length",
                "5"))
        .startsWith("400 ");
  }

  @Test
  void a_connection_is_used_again_after_a_refused_body() throws Exception {
    try (RawConnection connection = new RawConnection(endpoint())) {
      connection
          .send(refused("Content-Length: 100000"))
          .send("x".repeat(100_000))
          .send("GET /bucket?location HTTP/1.1\r\nHost: localhost\r\n\r\n");
      await().atMost(PATIENCE).until(() -> connection.received().contains("</LocationConstraint>"));
      assertThat(connection.received()).contains("<Code>NoSuchBucket</Code>");
    }
  }

  /** Returns the head of a request that is refused. */
  private static String refused(String... headers) {
    return "PUT /no-bucket/k HTTP/1.1\r\nHost: localhost\r\n"
        + String.join("\r\n", headers)
        + "\r\n\r\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"Expect: 100-continue", "X-Other: x"})
  void more_than_the_limit_is_refused_at_once(String header) throws Exception {
    try (RawConnection connection = new RawConnection(endpoint())) {
      connection.send(refused("Content-Length: 100000000", header));
      await().atMost(PATIENCE).until(connection::isEnded);
      assertThat(connection.received())
          .startsWith("HTTP/1.1 404 ")
          .contains("<Code>NoSuchBucket</Code>")
          .doesNotContain("100 Continue");
    }
  }

  @Test
  void a_body_of_unknown_length_is_read_to_the_limit() throws Exception {
    try (RawConnection connection = new RawConnection(endpoint())) {
      connection.send(refused("Transfer-Encoding: chunked"));
      String chunk = "100000\r\n" + "x".repeat(MIB) + "\r\n";
      int sent = 0;
      while (!connection.hasEndedInSpiteOf(chunk)) {
        sent++;
      }
      assertThat(sent).isBetween(60, 200);
    }
  }

  /** The upload ends with its client; nothing of it is visible, and the node lives on. */
  @ParameterizedTest
  @ValueSource(strings = {"/bucket/half", "/no-bucket/half"})
  void a_client_that_goes_away_leaves_nothing(String path) throws Exception {
    try (RawConnection connection = new RawConnection(endpoint())) {
      connection.send(
          "PUT " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nhalf");
    }
    assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET).prefix("half")).contents()).isEmpty();
    assertThat(put("/no-bucket/k", 1, false)).isEqualTo("404 NoSuchBucket");
  }
}
