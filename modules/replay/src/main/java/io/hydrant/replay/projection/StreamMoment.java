package io.hydrant.replay.projection;

import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.kms.KeySummary;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.EncryptionCallEvent;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.EncryptionStatus;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.replay.source.DecodedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A stream and what belongs to it at one moment, folded step by step with the rules of core. The
 * memory that it takes does not grow with the history.
 */
public final class StreamMoment {
  /** The number of encryption statuses that are held; a longer path loses its oldest ones. */
  static final int PATH_MAX = 200;

  private final String entity;
  private final RelatedEntities related;
  private final List<EncryptionStatus> path = new ArrayList<>();
  private final Set<String> keys = new LinkedHashSet<>();
  private final Map<String, Key> keyStates = new HashMap<>();
  private StreamState state;
  private int generation = 1;
  private int created;
  private EncryptionCallBudget budget = EncryptionCallBudget.UNUSED;
  private DeliveryMoment deliveries = new DeliveryMoment();
  private Optional<Instant> moment = Optional.empty();

  /**
   * @param entity the stream, {@code stream|ACCOUNT/REGION/STREAM}
   * @param related what belongs to the stream in its whole history
   */
  public StreamMoment(String entity, RelatedEntities related) {
    this.entity = entity;
    this.related = related;
    this.state = StreamState.initial(EntityIds.streamArn(entity));
  }

  /** Takes the next step of the stream's timeline. */
  public void see(TimelineStep step) {
    moment = Optional.of(step.at());
    step.event().ifPresent(this::see);
  }

  private void see(DecodedEvent entry) {
    if (entry.event() instanceof StreamEvent own) {
      see(own);
    } else if (entry.event() instanceof EncryptionCallEvent call
        && entry.entity().equals(EntityIds.budget(entity, generation))) {
      budget = call.evolve(budget);
    } else if (entry.entity().equals(EntityIds.buffer(entity, generation))) {
      deliveries = ((BufferEvent) entry.event()).accept(deliveries);
    } else if (entry.event() instanceof KeyEvent event) {
      keyStates.put(
          entry.entity(), event.evolve(keyStates.getOrDefault(entry.entity(), new Key.Absent())));
    }
  }

  private void see(StreamEvent own) {
    state = own.evolve(state);
    if (own instanceof StreamEvent.StreamCreated) {
      created++;
      generation = created;
      budget = EncryptionCallBudget.UNUSED;
      deliveries = new DeliveryMoment();
    }
    own.keyRequest()
        .map(asked -> asked.target().keyArn())
        .filter(arn -> EntityIds.key(arn).filter(related.entities()::contains).isPresent())
        .ifPresent(keys::add);
    pass();
  }

  private void pass() {
    if (state instanceof DeliveryStream stream) {
      EncryptionStatus status = stream.encryption().status();
      if (path.isEmpty() || path.get(path.size() - 1) != status) {
        path.add(status);
      }
      if (path.size() > PATH_MAX) {
        path.remove(0);
      }
    } else {
      path.clear();
    }
  }

  /** Returns the stream; empty where it did not exist. */
  public Optional<DeliveryStream> stream() {
    return state instanceof DeliveryStream stream ? Optional.of(stream) : Optional.empty();
  }

  /** Returns the encryption statuses of the stream until then, oldest first. */
  public List<EncryptionStatus> path() {
    return List.copyOf(path);
  }

  /** Returns the facts around the stream, by their labels. */
  public Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    moment.ifPresent(
        then -> {
          facts.put("Moment", Formats.time(then) + " UTC");
          facts.put("Starts and stops left", Integer.toString(budget.left(then)));
        });
    facts.putAll(deliveries.facts());
    for (String arn : keys) {
      EntityIds.key(arn)
          .map(keyStates::get)
          .filter(Key.Present.class::isInstance)
          .map(Key.Present.class::cast)
          .ifPresent(
              key ->
                  facts.put(
                      "Key " + arn.substring(arn.lastIndexOf('/') + 1),
                      KeySummary.of(key).inWords()));
    }
    return facts;
  }
}
