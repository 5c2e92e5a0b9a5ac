package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hydrant.server.Node;
import io.hydrant.server.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bounds of connections hold with a certificate too. */
class TlsConnectionsTest {
  private static final int MOST = 3;
  private static final String HEAD = " HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @TempDir private Path folder;

  @Test
  void a_full_node_answers_health_and_idle_and_slow_connections_are_ended() throws Exception {
    SSLContext client = trusting(SelfSigned.in(folder));
    Map<String, Object> flags =
        Map.of(
            "hydrant.port",
            0,
            "hydrant.data",
            folder.resolve("data").toString(),
            "hydrant.tls.certificate",
            folder.resolve("cert.pem").toString(),
            "hydrant.tls.key",
            folder.resolve("key.pem").toString(),
            "hydrant.http.connections-max",
            MOST,
            "hydrant.http.idle-timeout",
            "4s");
    try (Node node = Node.start(Settings.load(Optional.empty(), flags))) {
      URI endpoint = URI.create(node.endpoint());
      List<RawConnection> idle = new ArrayList<>();
      for (int i = 0; i < MOST; i++) {
        idle.add(connection(client, endpoint).send("GET /_hydrant"));
      }
      try (RawConnection health = connection(client, endpoint).send("GET /_hydrant/health" + HEAD);
          RawConnection other = connection(client, endpoint).send("GET /_hydrant/clock" + HEAD)) {
        await().atMost(OneNode.PATIENCE).until(() -> health.received().contains("UP"));
        await()
            .atMost(OneNode.PATIENCE)
            .untilAsserted(() -> assertThat(other.received()).startsWith("HTTP/1.1 503"));
      }
      for (RawConnection each : idle) {
        await()
            .atMost(OneNode.PATIENCE.multipliedBy(2))
            .pollInterval(Duration.ofMillis(100))
            .until(() -> each.hasEndedInSpiteOf("x"));
        assertThat(each.received()).isEmpty();
        each.close();
      }
    }
  }

  private static RawConnection connection(SSLContext client, URI endpoint) throws Exception {
    SSLSocket socket =
        (SSLSocket) client.getSocketFactory().createSocket(endpoint.getHost(), endpoint.getPort());
    socket.startHandshake();
    return new RawConnection(socket);
  }

  private static SSLContext trusting(KeyStore keys) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("node", keys.getCertificate("node"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
