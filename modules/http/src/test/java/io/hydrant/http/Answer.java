package io.hydrant.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.id.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the server answered. */
public record Answer(int status, Bytes body) {
  public JsonNode json() {
    try {
      return Json.MAPPER.readTree(body.unsafeArray());
    } catch (IOException e) {
      throw new UncheckedIOException("the answer is not JSON", e);
    }
  }

  public String text() {
    return new String(body.unsafeArray(), StandardCharsets.UTF_8);
  }

  public String type() {
    return json().path("__type").asText();
  }

  public String message() {
    return json().path("message").asText();
  }
}
