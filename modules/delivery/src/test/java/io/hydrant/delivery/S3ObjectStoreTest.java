package io.hydrant.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.hydrant.core.destination.S3Access;
import io.hydrant.core.id.Caller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

class S3ObjectStoreTest {
  private static final String KEY = "arn:aws:kms:us-east-1:000000000000:key/k";
  private static final byte[] BODY = "one two".getBytes(StandardCharsets.UTF_8);

  @Test
  void an_answer_that_is_not_in_the_words_of_s3_is_told_by_its_status() throws IOException {
    HttpServer proxy =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(403, -1);
          exchange.close();
        });
    proxy.start();
    try (S3ObjectStore store =
        store(URI.create("http://127.0.0.1:" + proxy.getAddress().getPort()))) {
      assertThatThrownBy(() -> store.put(object(Optional.empty()), BODY))
          .isInstanceOf(DeliveryException.class)
          .hasMessageStartingWith("S3 refused the object: ")
          .hasMessageContaining("403");
    } finally {
      proxy.stop(0);
    }
  }

  @Test
  void an_s3_that_is_not_there_could_not_be_reached() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    try (S3ObjectStore store = store(URI.create("http://127.0.0.1:" + free))) {
      assertThatThrownBy(() -> store.put(object(Optional.empty()), BODY))
          .isInstanceOf(DeliveryException.class)
          .hasMessageStartingWith("S3 could not be reached: ");
    }
  }

  @Test
  void a_kms_key_goes_with_the_object_in_s3s_own_headers() throws IOException {
    Headers sent = sent(object(Optional.of(KEY)));
    assertThat(sent.getFirst("x-amz-server-side-encryption")).isEqualTo("aws:kms");
    assertThat(sent.getFirst("x-amz-server-side-encryption-aws-kms-key-id")).isEqualTo(KEY);
  }

  @Test
  void without_a_kms_key_the_bucket_decides() throws IOException {
    assertThat(sent(object(Optional.empty())).keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("encryption"));
  }

  /** The headers of the request by which an object is put. */
  private static Headers sent(ObjectWrite object) throws IOException {
    AtomicReference<Headers> sent = new AtomicReference<>();
    HttpServer s3 =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    s3.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          sent.set(exchange.getRequestHeaders());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    s3.start();
    try (S3ObjectStore store = store(URI.create("http://127.0.0.1:" + s3.getAddress().getPort()))) {
      store.put(object, BODY);
    } finally {
      s3.stop(0);
    }
    return sent.get();
  }

  private static ObjectWrite object(Optional<String> kmsKey) {
    return new ObjectWrite(
        "logs",
        "k",
        Optional.empty(),
        new S3Access(Caller.root("000000000000", "us-east-1"), kmsKey));
  }

  private static S3ObjectStore store(URI endpoint) {
    return new S3ObjectStore(endpoint, "us-east-1", AnonymousCredentialsProvider.create());
  }
}
