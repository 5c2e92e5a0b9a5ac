package io.hydrant.delivery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

class S3ObjectStoreTest {
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
      assertThatThrownBy(() -> store.put("logs", "k", BODY))
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
      assertThatThrownBy(() -> store.put("logs", "k", BODY))
          .isInstanceOf(DeliveryException.class)
          .hasMessageStartingWith("S3 could not be reached: ");
    }
  }

  private static S3ObjectStore store(URI endpoint) {
    return new S3ObjectStore(endpoint, "us-east-1", AnonymousCredentialsProvider.create());
  }
}
