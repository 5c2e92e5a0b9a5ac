package io.hydrant.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.hydrant.core.document.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents are the JSON that they came from. */
final class DocumentJson {
  private DocumentJson() {}

  static final class Writer extends JsonSerializer<Document> {
    @Override
    public void serialize(Document value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (value instanceof Document.Structure structure) {
        out.writeStartObject();
        for (Map.Entry<String, Document> member : structure.members().entrySet()) {
          out.writeFieldName(member.getKey());
          serialize(member.getValue(), out, provider);
        }
        out.writeEndObject();
      } else if (value instanceof Document.Sequence sequence) {
        out.writeStartArray();
        for (Document element : sequence.elements()) {
          serialize(element, out, provider);
        }
        out.writeEndArray();
      } else if (value instanceof Document.Text text) {
        out.writeString(text.value());
      } else if (value instanceof Document.Numeric number) {
        out.writeNumber(number.value());
      } else {
        out.writeBoolean(((Document.Bool) value).value());
      }
    }
  }

  static final class Reader<D extends Document> extends JsonDeserializer<D> {
    private final Class<D> type;

    Reader(Class<D> type) {
      this.type = type;
    }

    @Override
    public D deserialize(JsonParser in, DeserializationContext context) throws IOException {
      Document document = read(in);
      if (!type.isInstance(document)) {
        throw JsonMappingException.from(in, "not a " + type.getSimpleName());
      }
      return type.cast(document);
    }
  }

  static Document read(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case START_OBJECT -> {
        Map<String, Document> members = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
          String name = in.currentName();
          in.nextToken();
          members.put(name, read(in));
        }
        yield new Document.Structure(members);
      }
      case START_ARRAY -> {
        List<Document> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          elements.add(read(in));
        }
        yield new Document.Sequence(elements);
      }
      case VALUE_STRING -> new Document.Text(in.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Document.Numeric(in.getDecimalValue());
      case VALUE_TRUE, VALUE_FALSE -> new Document.Bool(in.getBooleanValue());
      default -> throw JsonMappingException.from(in, "not a document: " + in.currentToken());
    };
  }
}
