package io.hydrant.delivery.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads and writes JSON of others. Names are not interned: others choose them. */
public final class JsonReading {
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  public static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);

  private JsonReading() {}
}
