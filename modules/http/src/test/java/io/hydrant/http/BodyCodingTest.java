package io.hydrant.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BodyCodingTest {
  private static final String DESCRIBE = "Firehose_20150804.DescribeDeliveryStream";
  private static TestServer server;

  @BeforeAll
  static void open() {
    server = new TestServer();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void a_body_in_gzip_is_read() throws IOException {
    assertThat(ask("gzip", zipped("{\"DeliveryStreamName\":\"a\"}")).status()).isEqualTo(200);
    assertThat(ask("GZIP", zipped("{\"DeliveryStreamName\":1}")).message())
        .isEqualTo("'deliveryStreamName' must be a string.");
  }

  @Test
  void other_codings_change_nothing() {
    byte[] plain = "{\"DeliveryStreamName\":\"a\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(ask("amz-1.0", plain).status()).isEqualTo(200);
    assertThat(ask("identity", plain).status()).isEqualTo(200);
  }

  @Test
  void what_is_no_gzip_is_a_serialization_exception() throws IOException {
    byte[] whole = zipped("{\"DeliveryStreamName\":\"a\"}");
    byte[] cut = Arrays.copyOf(whole, whole.length - 9);
    byte[] plain = "{}".getBytes(StandardCharsets.UTF_8);
    assertThat(ask("gzip", cut).type()).isEqualTo("SerializationException");
    assertThat(ask("gzip", plain).type()).isEqualTo("SerializationException");
    assertThat(ask("gzip", new byte[] {0x1f}).type()).isEqualTo("SerializationException");
  }

  @Test
  void the_limit_of_bodies_is_that_of_what_gzip_holds() throws IOException {
    String largest = " ".repeat(TestServer.BODY_BYTES_MAX - 2) + "{}";
    assertThat(ask("gzip", zipped(largest)).type()).isEqualTo("ValidationException");
    Answer larger = ask("gzip", zipped(" " + largest));
    assertThat(larger.status()).isEqualTo(413);
    assertThat(larger.type()).isEqualTo("RequestEntityTooLargeException");
  }

  private static Answer ask(String coding, byte[] body) {
    return server.ask(
        Calls.call(DESCRIBE, body).addHeader(RawHeader.create("Content-Encoding", coding)));
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return zipped.toByteArray();
  }
}
