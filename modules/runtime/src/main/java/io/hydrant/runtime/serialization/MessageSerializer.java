package io.hydrant.runtime.serialization;

import java.io.NotSerializableException;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorRefResolver;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/** Serializes the messages between nodes for Pekko: commands and replies, as CBOR. */
public final class MessageSerializer extends SerializerWithStringManifest implements ActorRefCodec {
  private static final int IDENTIFIER = 45_732;
  private static final String VERSION = "cbor/1";

  private final ExtendedActorSystem system;
  private final WireMapper mapper = new WireMapper(this);

  public MessageSerializer(ExtendedActorSystem system) {
    this.system = system;
  }

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object message) {
    return VERSION;
  }

  @Override
  public byte[] toBinary(Object message) {
    return mapper.write(message);
  }

  @Override
  public Object fromBinary(byte[] bytes, String version) throws NotSerializableException {
    if (!version.equals(VERSION)) {
      throw new NotSerializableException("Messages of form " + version + " are not known here");
    }
    return mapper.read(bytes);
  }

  @Override
  public String text(ActorRef<?> ref) {
    return resolver().toSerializationFormat(ref);
  }

  @Override
  public ActorRef<?> ref(String text) {
    return resolver().resolveActorRef(text);
  }

  private ActorRefResolver resolver() {
    return ActorRefResolver.get(Adapter.toTyped(system));
  }
}
