package io.hydrant.delivery.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries give the results that jq 1.6 itself gave; the file holds them. */
class JqQueryTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-28T01:02:03.500Z"));

  static Stream<String> recorded() throws IOException {
    return resource("jq-1.6.tsv").lines().filter(line -> !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void a_query_gives_what_jq_gives(String line) throws Exception {
    String query = line.substring(0, line.indexOf('\t'));
    String expected = line.substring(line.indexOf('\t') + 1);
    JsonNode input =
        query.startsWith(".") || query.startsWith("{")
            ? MAPPER.readTree(resource("document.json"))
            : JsonNodeFactory.instance.nullNode();
    JqQuery compiled = JqQuery.compile(query, CLOCK);
    if (expected.startsWith("!")) {
      assertThatThrownBy(() -> compiled.apply(input))
          .isInstanceOf(JqException.class)
          .hasMessage(expected.substring(1));
    } else {
      assertThat(values(compiled.apply(input))).isEqualTo(values(read(expected)));
    }
  }

  @Test
  void now_is_the_time_of_the_clock() throws Exception {
    assertThat(JqQuery.compile("now|todate", CLOCK).apply(JsonNodeFactory.instance.nullNode()))
        .extracting(JsonNode::asText)
        .containsExactly("2026-11-28T01:02:03Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{a:.b", "nosuchfunction", ".a | strftime", "import \"x\" as x; ."})
  void what_is_not_a_query_is_refused(String text) {
    assertThatThrownBy(() -> JqQuery.compile(text, CLOCK).apply(MAPPER.createObjectNode()))
        .isInstanceOf(JqException.class);
  }

  @Test
  void a_query_without_an_end_fails() throws Exception {
    JqQuery query = JqQuery.compile("def f: 1 + f; f", CLOCK);
    assertThatThrownBy(() -> query.apply(MAPPER.createObjectNode()))
        .isInstanceOf(JqException.class)
        .hasMessage("the query calls itself too often");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "range(1e18)",
        "[range(1e18)]",
        "[range(1e18) | error(1)?]",
        "last(range(1e18))",
        "reduce range(1e18) as $i (0; . + $i)",
        "[foreach range(1e18) as $i (0; . + 1; empty)]",
        "[limit(1e12; range(1e18))]",
        "first(range(1e18) | select(. < 0))",
        "def f: ., .; [f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f]",
        "def f(n): if n == 0 then 1 else f(n - 1) + f(n - 1) end; f(60)",
        "[[range(10)] | combinations(12)]",
        "[1] | combinations(1e12)",
        "{a: range(1e18)}",
        "reduce range(60) as $i (\"xx\"; . + .)",
        "reduce range(60) as $i ([1]; . + .)",
        "\"x\" * 1e9",
        "1e9 * \"xx\"",
        "{a: \"x\"} | .a *= 1e9",
        "[] | .[1000000000] = 1",
        "[] | .[1000000000] += 1",
        "[] | setpath([1000000000]; 1)",
        "[] | setpath([0, 1000000000]; 1)",
        "def f: f; f",
        "[recurse(. + 1)]",
        "0 | until(. < 0; . + 1)",
        "[0 | while(true; . + 1)]"
      })
  void an_endless_or_exploding_query_fails(String text) throws Exception {
    JqQuery query = JqQuery.compile(text, CLOCK);
    JsonNode zero = JsonNodeFactory.instance.numberNode(0);
    assertThatThrownBy(() -> query.apply(zero))
        .isInstanceOf(JqException.class)
        .hasMessageStartingWith("the query ");
  }

  @Test
  void a_query_of_a_large_record_is_within_its_budget() throws Exception {
    ArrayNode large = MAPPER.createArrayNode();
    for (int i = 0; i < 20_000; i++) {
      large.addObject().put("id", i).put("text", "x".repeat(30));
    }
    assertThat(
            JqQuery.compile("{n: length, max: map(.id) | max, last: .[-1].id}", CLOCK).apply(large))
        .hasToString("[{\"n\":20000,\"max\":19999,\"last\":19999}]");
  }

  /** Whole numbers compare without regard to their class. */
  private static List<Object> values(List<JsonNode> results) throws IOException {
    List<Object> values = new ArrayList<>();
    for (JsonNode each : results) {
      values.add(MAPPER.readTree(each.toString().replaceAll("([0-9])\\.0(?![0-9])", "$1")));
    }
    return values;
  }

  private static List<JsonNode> read(String text) throws IOException {
    List<JsonNode> results = new ArrayList<>();
    try (JsonParser parser = MAPPER.createParser(text)) {
      while (parser.nextToken() != null) {
        results.add(MAPPER.readTree(parser));
      }
    }
    return results;
  }

  private static String resource(String name) throws IOException {
    try (var file = JqQueryTest.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
