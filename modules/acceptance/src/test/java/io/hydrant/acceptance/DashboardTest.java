package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

/** The Grafana dashboard asks for nothing that a node does not tell. */
class DashboardTest extends OneNode {
  private static final Path FILE = Path.of("..", "..", "config", "grafana", "hydrant.json");
  private static final Pattern METRIC = Pattern.compile("\\b((?:hydrant|jvm)_\\w+)");

  private final JsonNode dashboard = dashboard();

  private static JsonNode dashboard() {
    try {
      return new ObjectMapper().readTree(FILE.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String metrics() throws Exception {
    return http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/metrics"))).body();
  }

  @Test
  void a_node_that_has_worked_exports_every_metric_of_the_dashboard() throws Exception {
    String stream = activeStream();
    encrypt(stream, newKey());
    firehose.putRecord(
        r -> r.deliveryStreamName(stream).record(x -> x.data(SdkBytes.fromUtf8String("one"))));
    await().until(() -> metrics().contains("hydrant_deliveries_total{"));
    String exported = metrics();
    Set<String> asked = new TreeSet<>();
    dashboard
        .findValuesAsText("expr")
        .forEach(
            expression -> {
              Matcher metric = METRIC.matcher(expression);
              while (metric.find()) {
                asked.add(metric.group(1));
              }
            });
    assertThat(asked).hasSizeGreaterThan(15);
    assertThat(asked)
        .allSatisfy(
            metric ->
                assertThat(exported.lines())
                    .as(metric)
                    .anyMatch(
                        line -> line.startsWith(metric + "{") || line.startsWith(metric + " ")));
    // And nothing of Hydrant's own is left out of it.
    List<String> own =
        Pattern.compile("# TYPE (hydrant_\\w+)")
            .matcher(exported)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(own)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(asked).as(name).anyMatch(metric -> metric.startsWith(name)));
  }

  @Test
  void panels_say_what_they_show_and_lie_beside_each_other() {
    Set<Integer> ids = new TreeSet<>();
    List<Set<List<Integer>>> places = new ArrayList<>();
    for (JsonNode panel : dashboard.get("panels")) {
      assertThat(ids.add(panel.get("id").asInt())).isTrue();
      assertThat(panel.get("title").asText()).isNotBlank();
      if (!panel.get("type").asText().equals("row")) {
        assertThat(panel.get("description").asText()).isNotBlank();
        assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
      }
      Set<List<Integer>> cells = new HashSet<>();
      JsonNode at = panel.get("gridPos");
      for (int x = 0; x < at.get("w").asInt(); x++) {
        for (int y = 0; y < at.get("h").asInt(); y++) {
          cells.add(List.of(at.get("x").asInt() + x, at.get("y").asInt() + y));
        }
      }
      assertThat(places).noneMatch(taken -> taken.stream().anyMatch(cells::contains));
      places.add(cells);
    }
    assertThat(places).isNotEmpty();
  }
}
