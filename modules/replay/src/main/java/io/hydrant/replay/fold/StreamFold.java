package io.hydrant.replay.fold;

import io.hydrant.core.entity.History;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.EncryptionStatus;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.replay.JournalView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A stream's history, folded by the rules themselves. */
public final class StreamFold {
  public static final String KIND = "stream|";

  private StreamFold() {}

  /** The ARN of the stream with that entity id. */
  public static StreamArn arn(String entity) {
    String[] parts = entity.substring(KIND.length()).split("/", -1);
    return new StreamArn(parts[1], parts[0], new StreamName(parts[2]));
  }

  public static StreamState state(String entity, List<JournalView.Entry> history) {
    return History.fold(StreamState.initial(arn(entity)), events(history));
  }

  public static Optional<DeliveryStream> stream(String entity, List<JournalView.Entry> history) {
    return state(entity, history) instanceof DeliveryStream stream
        ? Optional.of(stream)
        : Optional.empty();
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
  public static int incarnations(List<JournalView.Entry> history) {
    return (int)
        events(history).stream().filter(StreamEvent.StreamCreated.class::isInstance).count();
  }

  /** The encryption statuses that were passed, each beside the one before it. */
  public static List<EncryptionStatus> path(String entity, List<JournalView.Entry> history) {
    List<EncryptionStatus> path = new ArrayList<>();
    StreamState state = StreamState.initial(arn(entity));
    for (StreamEvent event : events(history)) {
      state = event.evolve(state);
      if (state instanceof DeliveryStream stream) {
        EncryptionStatus status = stream.encryption().status();
        if (path.isEmpty() || path.get(path.size() - 1) != status) {
          path.add(status);
        }
      } else {
        path.clear();
      }
    }
    return path;
  }
}
