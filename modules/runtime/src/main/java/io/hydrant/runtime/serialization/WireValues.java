package io.hydrant.runtime.serialization;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.hydrant.core.id.Bytes;
import java.io.IOException;
import org.apache.pekko.actor.typed.ActorRef;

/** Writes values that are no records: bytes, and actors by their addresses. */
final class WireValues {
  private WireValues() {}

  static Module module(ActorRefCodec refs) {
    return new SimpleModule()
        .addSerializer(Bytes.class, new BytesWriter())
        .addDeserializer(Bytes.class, new BytesReader())
        .addSerializer(ActorRef.class, new RefWriter(refs))
        .addDeserializer(ActorRef.class, new RefReader(refs));
  }

  private static final class BytesWriter extends StdScalarSerializer<Bytes> {
    private static final long serialVersionUID = 1;

    BytesWriter() {
      super(Bytes.class);
    }

    @Override
    public void serialize(Bytes bytes, JsonGenerator to, SerializerProvider provider)
        throws IOException {
      to.writeBinary(bytes.unsafeArray());
    }
  }

  private static final class BytesReader extends StdScalarDeserializer<Bytes> {
    private static final long serialVersionUID = 1;

    BytesReader() {
      super(Bytes.class);
    }

    @Override
    public Bytes deserialize(JsonParser from, DeserializationContext context) throws IOException {
      return Bytes.wrap(from.getBinaryValue());
    }
  }

  @SuppressWarnings("rawtypes")
  private static final class RefWriter extends StdScalarSerializer<ActorRef> {
    private static final long serialVersionUID = 1;
    private final transient ActorRefCodec refs;

    RefWriter(ActorRefCodec refs) {
      super(ActorRef.class);
      this.refs = refs;
    }

    @Override
    public void serialize(ActorRef ref, JsonGenerator to, SerializerProvider provider)
        throws IOException {
      to.writeString(refs.text(ref));
    }
  }

  @SuppressWarnings("rawtypes")
  private static final class RefReader extends StdScalarDeserializer<ActorRef> {
    private static final long serialVersionUID = 1;
    private final transient ActorRefCodec refs;

    RefReader(ActorRefCodec refs) {
      super(ActorRef.class);
      this.refs = refs;
    }

    @Override
    public ActorRef<?> deserialize(JsonParser from, DeserializationContext context)
        throws IOException {
      return refs.ref(from.getText());
    }
  }
}
