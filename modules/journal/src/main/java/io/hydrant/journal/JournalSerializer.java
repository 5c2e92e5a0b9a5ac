package io.hydrant.journal;

import io.hydrant.core.entity.EventEnvelope;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/** Serializes events for Pekko; the manifest is the event's name and version. */
public final class JournalSerializer extends SerializerWithStringManifest {
  /** The serializer's id, which is stored with every event. */
  public static final int IDENTIFIER = 48_573;

  /** Is called by Pekko. */
  public JournalSerializer(ExtendedActorSystem system) {}

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object envelope) {
    return EventCodec.name(((EventEnvelope<?>) envelope).event());
  }

  @Override
  public byte[] toBinary(Object envelope) {
    return EventCodec.encode((EventEnvelope<?>) envelope);
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) {
    return EventCodec.read(manifest, bytes);
  }
}
