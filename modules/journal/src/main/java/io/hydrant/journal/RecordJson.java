package io.hydrant.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.hydrant.core.id.Bytes;
import java.io.IOException;

/** Writes a record's size into the object and its bytes into the {@link BinaryRecords}. */
final class RecordJson {
  private RecordJson() {}

  static final class Writer extends JsonSerializer<Bytes> {
    @Override
    public void serialize(Bytes value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      ((BinaryRecords.Writer) provider.getAttribute(BinaryRecords.class)).add(value);
      out.writeNumber(value.size());
    }
  }

  static final class Reader extends JsonDeserializer<Bytes> {
    @Override
    public Bytes deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return ((BinaryRecords.Reader) context.getAttribute(BinaryRecords.class))
          .next(in.getIntValue());
    }
  }
}
