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
import io.hydrant.core.id.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Writes a document as the JSON that it was read from. An encrypted value is the structure {@code
 * {"$encrypted": "<base64>"}}. A client's own member of that name gets a second dollar sign, one
 * that begins with two gets a third, and so on: what a client sends is never read as an encrypted
 * value.
 */
final class DocumentJson {
  private static final String ENCRYPTED = "$encrypted";
  private static final Pattern CLIENTS_OWN = Pattern.compile("\\$+encrypted");
  private static final Pattern ESCAPED = Pattern.compile("\\${2,}encrypted");

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
              out.writeFieldName(escaped(member.getKey()));
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

    @Override
    public Boolean visit(Document.Encrypted secret) {
      return written(
          () -> {
            out.writeStartObject();
            out.writeStringField(
                ENCRYPTED, Base64.getEncoder().encodeToString(secret.value().unsafeArray()));
            out.writeEndObject();
          });
    }
  }

  static final class Reader<D extends Document> extends JsonDeserializer<D> {
    private final Class<D> type;

    Reader(Class<D> type) {
      this.type = type;
    }

    @Override
    public D deserialize(JsonParser in, DeserializationContext context) throws IOException {
      Document document = read(in, DocumentJson::stored);
      if (!type.isInstance(document)) {
        throw JsonMappingException.from(in, "not a " + type.getSimpleName());
      }
      return type.cast(document);
    }
  }

  /** Reads a JSON text of a client, which has no encrypted value. */
  static Document read(JsonParser in) throws IOException {
    return read(in, Document.Structure::new);
  }

  private static Document read(JsonParser in, Function<Map<String, Document>, Document> object)
      throws IOException {
    return switch (in.currentToken()) {
      case START_OBJECT -> {
        Map<String, Document> members = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
          String name = in.currentName();
          in.nextToken();
          members.put(name, read(in, object));
        }
        yield object.apply(members);
      }
      case START_ARRAY -> {
        List<Document> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          elements.add(read(in, object));
        }
        yield new Document.Sequence(elements);
      }
      case VALUE_STRING -> new Document.Text(in.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Document.Numeric(in.getDecimalValue());
      case VALUE_TRUE, VALUE_FALSE -> new Document.Bool(in.getBooleanValue());
      default -> throw JsonMappingException.from(in, "not a document: " + in.currentToken());
    };
  }

  private static Document stored(Map<String, Document> members) {
    return encrypted(members).orElseGet(() -> structure(members));
  }

  /** Returns the encrypted value; empty for a structure of another form. */
  private static Optional<Document> encrypted(Map<String, Document> members) {
    if (members.size() != 1 || !(members.get(ENCRYPTED) instanceof Document.Text text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Document.Encrypted(Bytes.wrap(Base64.getDecoder().decode(text.value()))));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Document structure(Map<String, Document> members) {
    Map<String, Document> given = new LinkedHashMap<>();
    members.forEach((name, value) -> given.put(unescaped(name), value));
    return new Document.Structure(given);
  }

  private static String escaped(String name) {
    return CLIENTS_OWN.matcher(name).matches() ? "$" + name : name;
  }

  private static String unescaped(String name) {
    return ESCAPED.matcher(name).matches() ? name.substring(1) : name;
  }
}
