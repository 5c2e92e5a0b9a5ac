package io.hydrant.journal;

import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventEnvelope;
import java.util.Optional;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/** Pekko's hook: the manifest is the event's name and version. */
public final class JournalSerializer extends SerializerWithStringManifest {
  /** Stored beside every event. */
  public static final int IDENTIFIER = 48_573;

  /** Made by Pekko. */
  public JournalSerializer(ExtendedActorSystem system) {}

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object event) {
    return EventCodec.name(event(event));
  }

  @Override
  public byte[] toBinary(Object event) {
    return event instanceof EventEnvelope<?> caused
        ? EventCodec.encode(caused.event(), Optional.of(caused.metadata()))
        : EventCodec.encode((Event<?>) event);
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) {
    EventCodec.DecodedEvent stored = EventCodec.read(manifest, bytes);
    return stored
        .metadata()
        .<Object>map(metadata -> new EventEnvelope<>(stored.event(), metadata))
        .orElseGet(stored::event);
  }

  private static Event<?> event(Object stored) {
    return stored instanceof EventEnvelope<?> caused ? caused.event() : (Event<?>) stored;
  }
}
