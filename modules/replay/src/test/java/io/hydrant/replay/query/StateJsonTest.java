package io.hydrant.replay.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.entity.EntityType;
import io.hydrant.replay.projection.StateFold;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The state of each type of entity has a JSON form; a new type does not pass for nothing. */
class StateJsonTest {
  private static String untouched(EntityType<?, ?> type) {
    String entity = type.persistenceId("000000000000/us-east-1/orders");
    return StateJson.of(entity, StateFold.of(entity).orElseThrow().state(), Instant.EPOCH)
        .toString();
  }

  @Test
  void every_type_of_entity_has_its_own() {
    Map<String, String> shown = new TreeMap<>();
    EntityTypes.ALL.forEach(type -> shown.put(type.name(), untouched(type)));
    assertThat(shown.get("key")).isEqualTo("{\"Exists\":false}");
    assertThat(shown.get("stream")).contains("ResourceNotFoundException");
    assertThat(shown.get("budget")).contains("\"CallsLeft\":25");
    assertThat(shown.get("buffer")).contains("\"Records\":0");
    assertThat(shown.get("stream-directory")).isEqualTo("{\"DeliveryStreamNames\":[]}");
    assertThat(shown.get("key-directory")).isEqualTo("{\"Keys\":[],\"Aliases\":[]}");
    assertThat(shown.get("key-stream-quota")).isEqualTo("{\"Streams\":[]}");
    assertThat(shown).hasSize(7);
  }

  @Test
  void a_state_of_an_unknown_type_is_an_error() {
    assertThatThrownBy(() -> StateJson.of("x|y", "some state", Instant.EPOCH))
        .hasMessageContaining("there is no JSON for java.lang.String");
  }
}
