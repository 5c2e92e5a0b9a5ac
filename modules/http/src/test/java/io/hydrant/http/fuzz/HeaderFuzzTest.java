package io.hydrant.http.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.http.Answer;
import io.hydrant.http.Calls;
import io.hydrant.http.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpMethod;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.RequestEntityAcceptances;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

class HeaderFuzzTest {
  private static final int REFUSAL_BYTES_MAX = 64 * 1024;
  private static final String LONG = "a.".repeat(7_000);
  private static final List<String> TARGETS =
      List.of(
          "Firehose_20150804.ListDeliveryStreams",
          "Firehose_20150804.ListDeliveryStreams.ListDeliveryStreams",
          "Firehose_20150804",
          "Firehose_20150804.",
          ".ListDeliveryStreams",
          "..",
          "",
          " ",
          "TrentService.ListKeys",
          "TrentService.ListDeliveryStreams",
          "trentservice.listkeys",
          "Firehose_20150804.\u00fc\u2028\ud83d\ude00",
          "Firehose_20150804.\ud800",
          "Firehose_20150804.\u0000",
          LONG);
  private static final List<String> CREDENTIALS =
      List.of(
          "Credential=test/20261123/us-east-1/firehose/aws4_request",
          "Credential=111122223333/20261123/us-east-1/kms/aws4_request",
          "Credential=test/20261123/-/firehose/aws4_request",
          "Credential=test/20261123/" + "r".repeat(40) + "/firehose/aws4_request",
          "Credential=test/20261123/eu/../x/firehose/aws4_request",
          "Credential=test/20261123/US-EAST-1/firehose/aws4_request",
          "Credential=test/20261123/\u00fc/firehose/aws4_request",
          "Credential=////",
          "Credential=",
          "Credential=" + LONG,
          "");
  private static final List<HttpMethod> METHODS =
      List.of(
          HttpMethods.POST,
          HttpMethods.POST,
          HttpMethods.POST,
          HttpMethods.GET,
          HttpMethods.HEAD,
          HttpMethods.PUT,
          HttpMethods.DELETE,
          HttpMethods.OPTIONS,
          HttpMethods.PATCH,
          HttpMethods.custom("BREW", false, false, RequestEntityAcceptances.Expected));
  private static final List<String> PATHS =
      List.of("/", "/a//b", "/%2e%2e/", "/%00", "/%ff", "/a?b=%20", "/%C3%BC", "/_hydrant");
  private static final List<String> CODINGS =
      List.of("gzip", "GZIP", "identity", "amz-1.0", "gzip, gzip", "br", ",,", "\u00fc");

  private static TestServer server;

  @BeforeContainer
  static void open() {
    server = new TestServer();
  }

  @AfterContainer
  static void close() {
    server.close();
  }

  @Property(tries = 3000)
  void no_headers_are_answered_with_a_failure_of_the_server(@ForAll long seed) {
    Random chance = new Random(seed);
    HttpRequest request = request(chance);
    Answer answer = server.ask(request);
    assertThat(answer.status()).as("%s", request).isIn(200, 204, 400, 404, 405);
    if (answer.status() == 400) {
      assertThat(answer.type()).as("%s", request).isNotEmpty();
      assertThat(answer.body().size()).as("%s", request).isLessThan(REFUSAL_BYTES_MAX);
    }
  }

  private static HttpRequest request(Random chance) {
    HttpMethod method = any(chance, METHODS);
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        Calls.bare(any(chance, PATHS), method.equals(HttpMethods.HEAD) ? new byte[0] : body)
            .withMethod(method);
    if (chance.nextInt(10) != 0) {
      request = request.addHeader(RawHeader.create("X-Amz-Target", any(chance, TARGETS)));
    }
    if (chance.nextInt(10) != 0) {
      request = request.addHeader(RawHeader.create("Authorization", authorization(chance)));
    }
    if (chance.nextInt(10) != 0) {
      request = request.addHeader(RawHeader.create("X-Amz-Date", any(chance, List.of("", "x"))));
    }
    if (chance.nextInt(3) == 0) {
      request = request.addHeader(RawHeader.create("Content-Encoding", any(chance, CODINGS)));
    }
    return chance.nextInt(4) == 0 && !method.equals(HttpMethods.HEAD)
        ? request.withEntity(ContentTypes.parse("text/html; charset=UTF-16"), new byte[] {1, 2})
        : request;
  }

  private static String authorization(Random chance) {
    String rest = chance.nextInt(6) == 0 ? "" : ", SignedHeaders=host, Signature=0";
    return "AWS4-HMAC-SHA256 " + any(chance, CREDENTIALS) + rest;
  }

  private static <T> T any(Random chance, List<T> values) {
    return values.get(chance.nextInt(values.size()));
  }
}
