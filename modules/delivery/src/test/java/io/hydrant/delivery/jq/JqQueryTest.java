package io.hydrant.delivery.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
