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
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a document as the JSON that it was read from. */
final class DocumentJson {
  private DocumentJson() {}

  static final class Writer extends JsonSerializer<Document> {
    @Override
    public void serialize(Document value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      try {
        value.accept(new Writing(out));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }

  private record Writing(JsonGenerator out) implements Document.Visitor<Boolean> {
    /** A part of a document that is written. */
    private interface Part {
      void write() throws IOException;
    }

    private static boolean written(Part part) {
      try {
        part.write();
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Boolean visit(Document.Structure structure) {
      return written(
          () -> {
            out.writeStartObject();
            for (Map.Entry<String, Document> member : structure.members().entrySet()) {
              out.writeFieldName(member.getKey());
              member.getValue().accept(this);
            }
            out.writeEndObject();
          });
    }

    @Override
    public Boolean visit(Document.Sequence sequence) {
      return written(
          () -> {
            out.writeStartArray();
            sequence.elements().forEach(element -> element.accept(this));
            out.writeEndArray();
          });
    }

    @Override
    public Boolean visit(Document.Text text) {
      return written(() -> out.writeString(text.value()));
    }

    @Override
    public Boolean visit(Document.Numeric number) {
      return written(() -> out.writeNumber(number.value()));
    }

    @Override
    public Boolean visit(Document.Bool bool) {
      return written(() -> out.writeBoolean(bool.value()));
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
