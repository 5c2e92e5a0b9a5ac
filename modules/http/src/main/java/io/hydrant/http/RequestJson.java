package io.hydrant.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.hydrant.http.shape.SerializationException;
import java.io.IOException;

/** The body of an API call as JSON. */
final class RequestJson {
  private static final ObjectReader READER =
      Json.MAPPER
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());

  private RequestJson() {}

  /**
   * @return an empty object for an empty body
   * @throws SerializationException for what is no JSON
   */
  static JsonNode parse(byte[] body) {
    if (body.length == 0) {
      return Json.object();
    }
    try {
      return READER.readTree(body);
    } catch (StreamConstraintsException e) {
      throw new SerializationException(
          "The request body is nested too deeply, or has a name or a number that is too long.");
    } catch (JsonProcessingException e) {
      throw new SerializationException("The request body is not valid JSON" + place(e) + ".");
    } catch (IOException e) {
      throw new SerializationException("The request body is not valid JSON in UTF-8.");
    }
  }

  /** Not every exception of the parser knows its place. */
  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }
}
