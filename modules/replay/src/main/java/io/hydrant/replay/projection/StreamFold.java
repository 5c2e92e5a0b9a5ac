package io.hydrant.replay.projection;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.replay.JournalView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A stream, as the journal names it, and what its history names. */
public final class StreamFold {
  private StreamFold() {}

  /** The ARN of the stream with that entity id. */
  public static StreamArn arn(String entity) {
    return StreamId.arn(EntityTypes.STREAM.id(entity));
  }

  private static List<StreamEvent> events(List<JournalView.Entry> history) {
    return history.stream().map(entry -> (StreamEvent) entry.event()).toList();
  }

  /** The ARNs of all customer keys that the stream was ever to be encrypted with. */
  public static Set<String> keys(List<JournalView.Entry> history) {
    Set<String> arns = new LinkedHashSet<>();
    for (StreamEvent event : events(history)) {
      event.keyRequest().map(asked -> asked.target().keyArn()).ifPresent(arns::add);
    }
    return arns;
  }

  /** How often a stream of that name was created. */
  public static int generations(List<JournalView.Entry> history) {
    return (int)
        events(history).stream().filter(StreamEvent.StreamCreated.class::isInstance).count();
  }
}
