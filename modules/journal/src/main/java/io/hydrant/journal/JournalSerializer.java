package io.hydrant.journal;

import io.hydrant.core.entity.EventEnvelope;
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
