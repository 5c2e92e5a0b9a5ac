package io.hydrant.replay.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.UnsupportedFeature;
import io.hydrant.replay.source.DecodedEvent;
import java.util.List;

/** Finds what each event of a history changed in the API's answers. */
public final class EventChange {
  private final State.Walk walk;
  private JsonNode before = Json.object();
  private boolean isConfigured;

  public EventChange(String entity) {
    this.walk = new State.Walk(entity);
  }

  /**
   * Returns the configured features that Hydrant does not support; empty unless the last event made
   * the stream or changed its configuration.
   */
  public List<String> unsupported() {
    return isConfigured && walk.state().value() instanceof DeliveryStream stream
        ? UnsupportedFeature.of(stream).stream().map(UnsupportedFeature::text).toList()
        : List.of();
  }

  /** Takes the next event and returns its changes: {@code /…/Status: "ENABLING" -> "ENABLED"}. */
  public List<String> by(DecodedEvent entry) {
    List<Integer> old = configuration();
    walk.step(entry);
    isConfigured = !configuration().equals(old);
    JsonNode after = walk.state().json();
    List<String> changes =
        before.isEmpty()
            ? List.of()
            : Difference.between(before, after).stream().map(Difference::toString).toList();
    before = after;
    return changes;
  }

  /** Returns the generation and version of the configuration; empty for other entities. */
  private List<Integer> configuration() {
    return walk.state().value() instanceof DeliveryStream stream
        ? List.of(stream.generation(), stream.version())
        : List.of();
  }
}
