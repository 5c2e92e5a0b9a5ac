package io.hydrant.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.hydrant.core.document.Document;
import io.hydrant.core.kms.KeyPolicy;
import java.io.IOException;

/** Writes a key policy as its text and parses the text when it is read. */
final class KeyPolicyJson {
  private KeyPolicyJson() {}

  static final class Writer extends JsonSerializer<KeyPolicy> {
    @Override
    public void serialize(KeyPolicy value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.text());
    }
  }

  static final class Reader extends JsonDeserializer<KeyPolicy> {
    @Override
    public KeyPolicy deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String text = in.getText();
      return KeyPolicy.stored(text, document(text, in));
    }

    private static Document document(String text, JsonParser in) throws IOException {
      try (JsonParser policy = in.getCodec().getFactory().createParser(text)) {
        policy.nextToken();
        return DocumentJson.read(policy);
      }
    }
  }
}
