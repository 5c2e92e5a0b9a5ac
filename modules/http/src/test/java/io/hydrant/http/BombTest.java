package io.hydrant.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bodies up to the limit are answered within a second, and calls of others meanwhile. The bound
 * here is five seconds, for machines that are busy with other tests.
 */
class BombTest {
  private static final int LIMIT = 10 << 20;
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final String LIST_KEYS = "TrentService.ListKeys";
  private static final String ENCRYPT = "TrentService.Encrypt";
  private static final String PUT_BATCH = "Firehose_20150804.PutRecordBatch";
  private static final String STREAM = "{\"DeliveryStreamName\":\"a\",";
  private static final String ENCRYPT_IN =
      "{\"KeyId\":\"k\",\"Plaintext\":\"QQ==\",\"EncryptionContext\":";
  private static final String CREATE = "Firehose_20150804.CreateDeliveryStream";

  private static TestServer server;

  @BeforeAll
  static void open() {
    server = new TestServer(LIMIT);
    // The first call of all loads classes.
    assertThat(listKeys().status()).isEqualTo(200);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static Answer listKeys() {
    return server.ask(Calls.call(LIST_KEYS, "{}"));
  }

  static List<Arguments> bombs() {
    return List.of(
        bomb("unknown members", () -> Calls.call(LIST_KEYS, many())),
        bomb("unknown members of one hash", () -> Calls.call(LIST_KEYS, ofOneHash())),
        bomb(
            "unknown members of a member",
            () -> Calls.call(ENCRYPT, "{\"Recipient\":" + many() + "}")),
        bomb("a map of one hash", () -> Calls.call(ENCRYPT, ENCRYPT_IN + ofOneHash() + "}")),
        bomb(
            "a map of texts of one hash",
            () -> Calls.call(ENCRYPT, ENCRYPT_IN + ofOneHash().replace(":1", ":\"\"") + "}")),
        bomb(
            "a map up to the limit",
            () -> Calls.call(ENCRYPT, Bombs.numbered(LIMIT, ENCRYPT_IN + "{", "\"\"", "}}"))),
        bomb(
            "unknown members up to the limit",
            () -> Calls.call(LIST_KEYS, Bombs.numbered(LIMIT, "{", "1", "}"))),
        bomb(
            "empty records up to the limit",
            () -> Calls.call(PUT_BATCH, Bombs.filled(LIMIT, STREAM + "\"Records\":[", "{}", "]}"))),
        bomb(
            "null records up to the limit",
            () ->
                Calls.call(PUT_BATCH, Bombs.filled(LIMIT, STREAM + "\"Records\":[", "null", "]}"))),
        bomb(
            "empty lists up to the limit",
            () -> Calls.call(LIST_KEYS, Bombs.filled(LIMIT, "{\"Limit\":[", "[]", "]}"))),
        bomb(
            "tags up to the limit",
            () -> Calls.call(CREATE, Bombs.filled(LIMIT, STREAM + "\"Tags\":[", "{}", "]}"))),
        bomb(
            "unknown members in gzip",
            () ->
                Calls.call(LIST_KEYS, zipped(many()))
                    .addHeader(RawHeader.create("Content-Encoding", "gzip"))),
        bomb("the clock", () -> Calls.bare("/_hydrant/clock", ofOneHash().getBytes(UTF_8))),
        bomb("a fault", () -> Calls.bare("/_hydrant/faults", many().getBytes(UTF_8))),
        bomb("a flush", () -> Calls.bare("/_hydrant/flush", ofOneHash().getBytes(UTF_8))),
        bomb("a form", () -> form(String.join("=1&", Bombs.namesOfOneHash()))),
        bomb("a form of ampersands", () -> form("&".repeat(LIMIT))));
  }

  private static Arguments bomb(String name, Supplier<HttpRequest> request) {
    return Arguments.of(Named.of(name, request));
  }

  private static String many() {
    return Bombs.object(Bombs.names(500_000), "1");
  }

  private static String ofOneHash() {
    return Bombs.object(Bombs.namesOfOneHash(), "1");
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void a_bomb_is_answered_soon_and_so_are_other_clients_meanwhile(Supplier<HttpRequest> made) {
    HttpRequest bomb = made.get();
    long start = System.nanoTime();
    CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> server.ask(bomb));
    assertThat(listKeys().status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    assertThat(answer.join().status()).isLessThan(500);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }

  @Test
  void a_bomb_leaves_nothing_behind_that_slows_the_next_one() {
    List<HttpRequest> bombs =
        List.of(Calls.call(LIST_KEYS, many()), Calls.call(LIST_KEYS, ofOneHash()));
    long start = System.nanoTime();
    for (int round = 0; round < 3; round++) {
      bombs.forEach(bomb -> assertThat(server.ask(bomb).status()).isEqualTo(200));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }

  @Test
  void a_form_of_too_many_parameters_is_refused() {
    assertThat(server.ask(form("p=1&".repeat(1_001))).text())
        .contains("MalformedQueryString", "The form has more than 1000 parameters.");
  }

  private static HttpRequest form(String parameters) {
    return Calls.call("", new byte[0])
        .removeHeader("X-Amz-Target")
        .withEntity(
            ContentTypes.create(MediaTypes.APPLICATION_X_WWW_FORM_URLENCODED),
            parameters.getBytes(UTF_8));
  }

  private static byte[] zipped(String text) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
