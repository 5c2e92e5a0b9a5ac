package io.hydrant.replay.tell;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.UnsupportedFeature;
import io.hydrant.http.Json;
import io.hydrant.replay.JournalView;
import java.util.List;

/** What each event of a history changed in what the API answers. */
public final class EventChange {
  private final State.Walk walk;
  private JsonNode before = Json.object();

  public EventChange(String entity) {
    this.walk = new State.Walk(entity);
  }

  /**
   * What the stream's configuration asks for after that event and Hydrant does not do; empty but
   * for events that set the configuration. Call it after {@link #by}.
   */
  public List<String> unsupportedAfter(JournalView.Entry entry) {
    boolean configured =
        entry.event() instanceof StreamEvent.StreamCreated
            || entry.event() instanceof StreamEvent.DestinationUpdated;
    return configured && walk.state().value() instanceof DeliveryStream stream
        ? UnsupportedFeature.of(stream).stream().map(UnsupportedFeature::text).toList()
        : List.of();
  }

  /** For example {@code /…/Status: "ENABLING" -> "ENABLED"}; call it for each event in turn. */
  public List<String> by(JournalView.Entry entry) {
    walk.step(entry);
    JsonNode after = walk.state().json();
    List<String> changes =
        before.isEmpty()
            ? List.of()
            : Difference.between(before, after).stream().map(Difference::toString).toList();
    before = after;
    return changes;
  }
}
