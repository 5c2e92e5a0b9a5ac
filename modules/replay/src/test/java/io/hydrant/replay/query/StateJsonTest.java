package io.hydrant.replay.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.replay.projection.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The state of each kind of entity has a JSON form; a new kind does not pass for nothing. */
class StateJsonTest {
  private static String untouched(Kind<?, ?> kind) {
    String entity = kind.name() + "|000000000000/us-east-1/orders";
    return StateJson.of(entity, kind.fold(entity).state(), Instant.EPOCH).toString();
  }

  @Test
  void every_kind_of_entity_has_its_own() {
    Map<String, String> shown = new TreeMap<>();
    Kind.ALL.forEach(kind -> shown.put(kind.name(), untouched(kind)));
    assertThat(shown.get("key")).isEqualTo("{\"Exists\":false}");
    assertThat(shown.get("stream")).contains("ResourceNotFoundException");
    assertThat(shown.get("budget")).contains("\"CallsLeft\":25");
    assertThat(shown.get("buffer")).contains("\"Records\":0");
    assertThat(shown.get("directory")).isEqualTo("{\"DeliveryStreamNames\":[]}");
    assertThat(shown.get("keys")).isEqualTo("{\"Keys\":[],\"Aliases\":[]}");
    assertThat(shown.get("key-claims")).isEqualTo("{\"Streams\":[]}");
    assertThat(shown).hasSize(7);
  }

  @Test
  void a_state_of_an_unknown_kind_is_an_error() {
    assertThatThrownBy(() -> StateJson.of("x|y", "some state", Instant.EPOCH))
        .hasMessageContaining("there is no JSON for java.lang.String");
  }
}
