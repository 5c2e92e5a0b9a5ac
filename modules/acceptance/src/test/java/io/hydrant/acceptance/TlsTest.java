package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.server.Node;
import io.hydrant.server.NodeStartException;
import io.hydrant.server.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseClient;

class TlsTest {
  @TempDir private Path folder;

  private Settings settings(String key) throws Exception {
    return Settings.load(Optional.empty(), flags(key));
  }

  private Map<String, Object> flags(String key) {
    return Map.of(
        "hydrant.port", 0,
        "hydrant.data", folder.resolve("data").toString(),
        "hydrant.tls.certificate", folder.resolve("cert.pem").toString(),
        "hydrant.tls.key", folder.resolve(key).toString());
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
    TrustManager[] trust = trusting(SelfSigned.in(folder));
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

  /** HTTP/2 has no Host header, and yet the host is signed. */
  @Test
  void a_signature_holds_over_http_2() throws Exception {
    TrustManager[] trust = trusting(SelfSigned.in(folder));
    Map<String, Object> all = new HashMap<>(SignedIdentity.settings());
    all.putAll(flags("key.pem"));
    try (Node node = Node.start(Settings.load(Optional.empty(), all))) {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust, null);
      HttpClient client =
          HttpClient.newBuilder().sslContext(context).version(HttpClient.Version.HTTP_2).build();
      HttpResponse<String> answer =
          client.send(
              signed(URI.create(node.endpoint() + "/a%20b?c=%20d"), "secret"),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(answer.body()).contains("\"Keys\"");
      assertThat(
              client
                  .send(
                      signed(URI.create(node.endpoint()), "wrong"),
                      HttpResponse.BodyHandlers.ofString())
                  .body())
          .contains("InvalidSignatureException");
    }
  }

  private static HttpRequest signed(URI uri, String secret) {
    SdkHttpRequest plain =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(uri)
            .putHeader("X-Amz-Target", "TrentService.ListKeys")
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .build();
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                r ->
                    r.identity(AwsCredentialsIdentity.create("test", secret))
                        .request(plain)
                        .payload(ContentStreamProvider.fromUtf8String("{}"))
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "kms")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
            .request();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString("{}"));
    signed.forEachHeader(
        (name, values) -> {
          if (!name.equalsIgnoreCase("host")) {
            request.header(name, values.get(0));
          }
        });
    return request.build();
  }

  @Test
  void unusable_files_are_reported_in_a_sentence() throws Exception {
    SelfSigned.in(folder);
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
