package io.hydrant.api.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import java.io.IOException;

/** The body of an API call as JSON. */
public final class RequestJson {
  private RequestJson() {}

  /**
   * Reads the members that the operation has.
   *
   * @return an empty object for an empty body
   * @throws SerializationException for what is no JSON
   */
  public static JsonNode parse(byte[] body, InputReader reader, String operation) {
    if (body.length == 0) {
      return Json.object();
    }
    try (JsonParser parser = Json.parser(body)) {
      return reader.read(operation, parser);
    } catch (StreamConstraintsException e) {
      throw new SerializationException(
          "The request body is nested too deeply, or has a name or a number that is too long.");
    } catch (JsonProcessingException e) {
      throw new SerializationException("The request body is not valid JSON" + place(e) + ".");
    } catch (IOException e) {
      throw new SerializationException("The request body is not valid JSON in UTF-8.");
    }
  }

  /** Returns the location of the error, which some exceptions of the parser lack. */
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
