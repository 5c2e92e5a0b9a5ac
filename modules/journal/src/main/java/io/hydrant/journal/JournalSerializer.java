package io.hydrant.journal;

import io.hydrant.core.entity.Event;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/** Pekko's hook: the manifest is the event's name and version. */
public final class JournalSerializer extends SerializerWithStringManifest {
  private static final int IDENTIFIER = 48_573;

  /** Made by Pekko. */
  public JournalSerializer(ExtendedActorSystem system) {}

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object event) {
    return EventCodec.name((Event<?>) event);
  }

  @Override
  public byte[] toBinary(Object event) {
    return EventCodec.encode((Event<?>) event);
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) {
    return EventCodec.decode(manifest, bytes);
  }
}
