package io.hydrant.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of other sites, which a browser shows, get of the API, STS and S3. */
class OtherSitesTest {
  private static TestServer server;

  @BeforeAll
  static void open() {
    server = new TestServer();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static HttpRequest with(HttpRequest request, String... headers) {
    HttpRequest changed = request;
    for (int i = 0; i < headers.length; i += 2) {
      changed = changed.addHeader(RawHeader.create(headers[i], headers[i + 1]));
    }
    return changed;
  }

  private static HttpRequest listKeys() {
    return Calls.call("TrentService.ListKeys", "{}");
  }

  private static HttpRequest identity() {
    return listKeys()
        .removeHeader("X-Amz-Target")
        .withEntity(
            ContentTypes.create(MediaTypes.APPLICATION_X_WWW_FORM_URLENCODED),
            "Action=GetCallerIdentity&Version=2011-06-15".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"firehose.us-east-1.amazonaws.com", "hydrant:4573", "evil.example"})
  void a_client_of_aws_calls_by_any_name(String host) {
    assertThat(server.ask(with(listKeys(), "Host", host)).status()).isEqualTo(200);
    assertThat(server.ask(with(identity(), "Host", host)).status()).isEqualTo(200);
    assertThat(server.ask(with(HttpRequest.PUT("/bucket/key"), "Host", host)).status())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          localhost:4573    | http://evil.example      | cross-site
          localhost:4573    | http://evil.example      | -
          localhost:4573    | http://localhost:3000    | same-site
          localhost:4573    | null                     | cross-site
          localhost:4573    | -                        | cross-site
          localhost:4573    | -                        | same-site
          evil.example:4573 | http://evil.example:4573 | same-origin
          evil.example:4573 | http://evil.example:4573 | -
          """)
  void a_page_of_another_site_changes_nothing(String host, String origin, String site) {
    for (HttpRequest request :
        new HttpRequest[] {
          listKeys(),
          identity(),
          HttpRequest.PUT("/bucket/key"),
          HttpRequest.DELETE("/bucket/key"),
          HttpRequest.POST("/bucket?delete").withEntity(ContentTypes.TEXT_PLAIN_UTF8, "<Delete/>"),
          HttpRequest.POST("/").withEntity(ContentTypes.TEXT_PLAIN_UTF8, "{}")
        }) {
      HttpRequest sent = with(request, "Host", host);
      sent = origin == null ? sent : with(sent, "Origin", origin);
      sent = site == null ? sent : with(sent, "Sec-Fetch-Site", site);
      assertThat(server.ask(sent).status()).as("%s", sent).isEqualTo(403);
    }
  }

  @Test
  void a_refusal_has_the_form_of_what_was_asked() {
    String[] foreign = {"Host", "localhost", "Origin", "http://evil.example"};
    Answer api = server.ask(with(listKeys(), foreign));
    assertThat(api.type()).isEqualTo("AccessDeniedException");
    assertThat(api.message()).isEqualTo("Requests from pages of other sites are refused.");
    assertThat(server.ask(with(identity(), foreign)).text())
        .startsWith("<ErrorResponse")
        .contains("<Code>AccessDenied</Code>");
    assertThat(server.ask(with(HttpRequest.PUT("/bucket/key"), foreign)).text())
        .contains("<Error><Code>AccessDenied</Code>");
  }

  /** A page must ask first for any header of its own, and no one allows it. */
  @Test
  void a_simple_request_is_no_api_call_even_without_the_headers_of_browsers() {
    byte[] body = "{\"DeliveryStreamName\":\"a\"}".getBytes(UTF_8);
    HttpRequest simple = HttpRequest.POST("/").withEntity(ContentTypes.TEXT_PLAIN_UTF8, body);
    assertThat(server.ask(simple).status()).as("it is for S3").isEqualTo(204);
    HttpRequest form =
        HttpRequest.POST("/")
            .withEntity(
                ContentTypes.create(MediaTypes.APPLICATION_X_WWW_FORM_URLENCODED),
                "Action=GetSessionToken&Version=2011-06-15".getBytes(UTF_8));
    assertThat(server.ask(form).text()).contains("MissingAuthenticationToken");
  }

  @Test
  void the_node_s_own_pages_and_what_a_person_types_are_served() {
    for (String site : new String[] {"same-origin", "none"}) {
      assertThat(
              server
                  .ask(
                      with(
                          HttpRequest.GET("/_hydrant/clock"),
                          "Host",
                          "hydrant.example:4573",
                          "Sec-Fetch-Site",
                          site))
                  .status())
          .isEqualTo(200);
    }
  }

  @Test
  void health_answers_load_balancers_under_any_name_and_pages_of_other_sites_not() {
    for (String path : new String[] {"/_hydrant/health", "/_hydrant/ready"}) {
      HttpRequest asked = with(HttpRequest.GET(path), "Host", "balancer.example");
      assertThat(server.ask(asked).status()).isEqualTo(200);
      assertThat(server.ask(with(asked, "Origin", "http://evil.example")).status()).isEqualTo(403);
      assertThat(server.ask(with(asked, "Sec-Fetch-Site", "cross-site")).status()).isEqualTo(403);
    }
  }
}
