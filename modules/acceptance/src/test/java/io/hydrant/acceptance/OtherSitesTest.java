package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Every route of the node's own, as its source files name them, asked by a page of another site:
 * under its own name, which it makes point here, and under the node's.
 */
class OtherSitesTest extends OneNode {
  private static final Pattern ROUTE = Pattern.compile("\"(/_hydrant[^\"]*)\"");
  private static final Set<String> OPEN_TO_ALL_HOSTS =
      Set.of("/_hydrant/health", "/_hydrant/ready");
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");

  private static Set<String> routes() throws IOException {
    Set<String> routes = new TreeSet<>();
    for (Path file : Sources.main()) {
      Matcher route = ROUTE.matcher(Files.readString(file));
      while (!file.toString().contains("benchmarks") && route.find()) {
        routes.add(route.group(1).replaceAll("\\?.*", ""));
      }
    }
    assertThat(routes)
        .contains(
            "/_hydrant",
            "/_hydrant/",
            "/_hydrant/reset",
            "/_hydrant/clock",
            "/_hydrant/flush",
            "/_hydrant/faults",
            "/_hydrant/metrics",
            "/_hydrant/journal",
            "/_hydrant/explain",
            "/_hydrant/cluster",
            "/_hydrant/health",
            "/_hydrant/ready");
    routes.add("/_hydrant/streams/000000000000/us-east-1/orders");
    routes.add("/_hydrant/faults/fault-1");
    routes.add("/_hydrant/nothing");
    return routes;
  }

  private int status(String method, String path, String... headers) throws IOException {
    String body = method.equals("GET") ? "" : "{\"advance\":\"PT24H\"}";
    return RawAnswer.to(
            endpoint(),
            method
                + " "
                + path
                + " HTTP/1.1\r\n"
                + String.join("\r\n", headers)
                + "\r\nConnection: close\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body)
        .status();
  }

  private String host() {
    return "Host: localhost:" + endpoint().getPort();
  }

  private Instant now() throws Exception {
    String json = http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/clock"))).body();
    return Instant.parse(json.replaceAll(".*\"now\":\"([^\"]+)\".*\\s*", "$1"));
  }

  @Test
  void no_route_answers_a_name_that_is_not_the_node_s_except_health() throws Exception {
    Instant before = now();
    String evil = "Host: evil.example:" + endpoint().getPort();
    String origin = "Origin: http://evil.example:" + endpoint().getPort();
    for (String route : routes()) {
      for (String method : METHODS) {
        boolean open = OPEN_TO_ALL_HOSTS.contains(route) && method.equals("GET");
        assertThat(status(method, route, evil))
            .as(method + " " + route)
            .isEqualTo(open ? 200 : 403);
        assertThat(status(method, route, evil, origin))
            .as(method + " " + route + " of its own page")
            .isEqualTo(open ? 200 : 403);
      }
    }
    assertThat(Duration.between(before, now())).isLessThan(Duration.ofHours(1));
  }

  @Test
  void no_route_answers_a_page_of_another_site() throws Exception {
    Instant before = now();
    for (String route : routes()) {
      for (String method : METHODS) {
        for (String header :
            List.of(
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: ",
                "Origin: http://localhost:1",
                "Origin: http://127.0.0.1:" + endpoint().getPort(),
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site")) {
          assertThat(status(method, route, host(), header))
              .as(method + " " + route + " " + header)
              .isEqualTo(403);
        }
      }
    }
    assertThat(Duration.between(before, now())).isLessThan(Duration.ofHours(1));
  }

  @Test
  void no_spelling_of_a_path_leads_around_it() throws Exception {
    Instant before = now();
    for (String spelled :
        List.of(
            "/%5fhydrant/clock",
            "/%5Fhydrant/clock",
            "/_hydrant/%63lock",
            "/_hydrant%2fclock",
            "/x/../_hydrant/clock",
            "/x/%2e%2e/_hydrant/clock",
            "/./_hydrant/clock",
            "/_hydrant/./clock",
            "/_hydrant/x/../clock",
            "//_hydrant/clock",
            "///_hydrant//clock",
            "/_hydrant/clock/",
            "/_hydrant/clock?x=y",
            "http://localhost/_hydrant/clock",
            "/_hydrant/health/../clock",
            "/_hydrant/health%2f..%2fclock")) {
      for (String method : List.of("GET", "POST")) {
        assertThat(status(method, spelled, "Host: evil.example"))
            .as(method + " " + spelled)
            .isIn(400, 403, 404);
        assertThat(status(method, spelled, host(), "Origin: http://evil.example"))
            .as(method + " " + spelled)
            .isIn(400, 403, 404);
      }
    }
    assertThat(Duration.between(before, now())).isLessThan(Duration.ofHours(1));
  }

  /** Without this the other tests could pass on a node that refuses everything. */
  @Test
  void every_route_answers_the_node_s_own_names() throws Exception {
    for (String route : routes()) {
      for (String name : List.of("localhost", "inspector.localhost", "127.0.0.1", "[::1]")) {
        assertThat(status("GET", route, "Host: " + name)).as(name + route).isNotEqualTo(403);
      }
    }
    assertThat(status("POST", "/_hydrant/clock", host(), "Sec-Fetch-Site: same-origin"))
        .isEqualTo(200);
  }

  @Test
  void a_name_that_the_operator_gave_is_the_node_s() throws Exception {
    assertThat(status("GET", "/_hydrant/clock", "Host: hydrant.example:4573")).isEqualTo(200);
    assertThat(status("GET", "/_hydrant/clock", "Host: x.hydrant.example")).isEqualTo(403);
  }

  /** By plain HTTP a browser sends no Origin with such a GET, and no Sec-Fetch headers. */
  @Test
  void nothing_is_read_by_a_browser_under_a_name_that_is_not_the_node_s() throws Exception {
    s3.putObject(r -> r.bucket(BUCKET).key("read-by-none"), RequestBody.fromString("content"));
    String evil = "Host: evil.example:" + endpoint().getPort();
    for (String mark :
        List.of(
            "Sec-Fetch-Site: same-origin",
            "Sec-Fetch-Site: none",
            "Sec-Fetch-Dest: image",
            "Accept-Language: de",
            "Accept-Language: ",
            "Accept-Language: *\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64)")) {
      for (String path : List.of("/" + BUCKET + "/read-by-none", "/" + BUCKET, "/")) {
        RawAnswer answer = RawAnswer.to(endpoint(), head("GET", path, evil, mark));
        assertThat(answer.status()).as(path + " " + mark).isEqualTo(403);
        assertThat(answer.body())
            .contains("<Error>", "<Code>AccessDenied</Code>", "hydrant.hosts")
            .doesNotContain("<Name>" + BUCKET, "<Key>");
        assertThat(RawAnswer.to(endpoint(), head("HEAD", path, evil, mark)).status())
            .as("HEAD " + path + " " + mark)
            .isEqualTo(403);
      }
      assertThat(status("GET", "/?Action=GetCallerIdentity&Version=2011-06-15", evil, mark))
          .as("STS " + mark)
          .isEqualTo(403);
    }
  }

  @Test
  void objects_are_read_by_clients_under_any_name_and_by_browsers_under_the_node_s()
      throws Exception {
    s3.putObject(r -> r.bucket(BUCKET).key("read-by-all"), RequestBody.fromString("content"));
    String path = "/" + BUCKET + "/read-by-all";
    for (String name : List.of("evil.example", "s3.us-east-1.amazonaws.com", "hydrant")) {
      assertThat(status("GET", path, "Host: " + name, "User-Agent: aws-sdk")).isEqualTo(200);
    }
    // As Node's fetch sends it, with an object's presigned URL for example.
    assertThat(
            status(
                "GET",
                path,
                "Host: hydrant",
                "Accept-Language: *",
                "Sec-Fetch-Mode: cors",
                "User-Agent: node"))
        .isEqualTo(200);
    for (String name : List.of("localhost", "127.0.0.1", "devbox")) {
      assertThat(
              status(
                  "GET",
                  path,
                  "Host: " + name,
                  "Accept-Language: de",
                  "Sec-Fetch-Site: cross-site",
                  "Sec-Fetch-Mode: no-cors"))
          .isEqualTo(200);
    }
  }

  private static String head(String method, String path, String... headers) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\n"
        + String.join("\r\n", headers)
        + "\r\nConnection: close\r\n\r\n";
  }

  @Override
  Map<String, Object> settings() {
    return Map.of("hydrant.hosts", "hydrant.example, devbox");
  }
}
