package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.server.Node;
import io.hydrant.server.NodeStartException;
import io.hydrant.server.Settings;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseClient;

class TlsTest {
  private static final String PASSWORD = "password";

  @TempDir private Path folder;

  /** A certificate for 127.0.0.1, made for this test, in PEM files as well. */
  private KeyStore certificate() throws Exception {
    Path store = folder.resolve("node.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "node",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=hydrant",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    pem("cert.pem", "CERTIFICATE", keys.getCertificate("node").getEncoded());
    pem("key.pem", "PRIVATE KEY", keys.getKey("node", PASSWORD.toCharArray()).getEncoded());
    return keys;
  }

  private void pem(String file, String kind, byte[] der) throws Exception {
    Files.writeString(
        folder.resolve(file),
        "-----BEGIN "
            + kind
            + "-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END "
            + kind
            + "-----\n");
  }

  private Settings settings(String key) throws Exception {
    return Settings.load(
        Optional.empty(),
        Map.of(
            "hydrant.port", 0,
            "hydrant.data", folder.resolve("data").toString(),
            "hydrant.tls.certificate", folder.resolve("cert.pem").toString(),
            "hydrant.tls.key", folder.resolve(key).toString()));
  }

  private static TrustManager[] trusting(KeyStore keys) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("node", keys.getCertificate("node"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return factory.getTrustManagers();
  }

  @Test
  void with_a_certificate_sdk_and_http_2_clients_are_served_over_https() throws Exception {
    TrustManager[] trust = trusting(certificate());
    try (Node node = Node.start(settings("key.pem"))) {
      assertThat(node.endpoint()).startsWith("https://127.0.0.1:");
      FirehoseClient firehose =
          FirehoseClient.builder()
              .endpointOverride(URI.create(node.endpoint()))
              .region(Region.US_EAST_1)
              .credentialsProvider(SdkClients.credentials("test"))
              .httpClient(
                  UrlConnectionHttpClient.builder().tlsTrustManagersProvider(() -> trust).build())
              .build();
      assertThat(firehose.listDeliveryStreams().deliveryStreamNames()).isEmpty();

      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust, null);
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .sslContext(context)
              .version(HttpClient.Version.HTTP_2)
              .build()
              .send(
                  HttpRequest.newBuilder(URI.create(node.endpoint() + "/_hydrant/ready")).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    }
  }

  @Test
  void files_that_do_not_serve_are_told_in_a_sentence() throws Exception {
    certificate();
    Files.writeString(folder.resolve("junk.pem"), "junk");
    assertThatThrownBy(() -> Node.start(settings("junk.pem")))
        .isInstanceOf(NodeStartException.class)
        .hasMessageContaining("junk.pem")
        .hasMessageContaining("PEM");
    assertThatThrownBy(() -> Node.start(settings("missing.pem")))
        .isInstanceOf(NodeStartException.class)
        .hasMessageContaining("missing.pem");
    Node.start(settings("key.pem")).close();
  }
}
