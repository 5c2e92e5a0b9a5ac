package io.hydrant.http.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.FlushControl;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code POST /_hydrant/flush}: delivers buffered records at once. */
final class FlushRoute {
  static final String PATH = "/_hydrant/flush";

  private final FlushControl control;

  FlushRoute(FlushControl control) {
    this.control = control;
  }

  CompletionStage<AdminResponse> flush(byte[] body) {
    Optional<String> stream;
    try {
      JsonNode asked = body.length == 0 ? Json.object() : Json.read(body);
      stream = Json.text(asked, "stream");
      if (!asked.isObject() || asked.size() > stream.stream().count()) {
        return expected();
      }
    } catch (IOException e) {
      return expected();
    }
    return control
        .flush(stream)
        .handle(
            (flushed, failure) ->
                failure == null
                    ? answer(flushed)
                    : AdminResponse.message(503, "The buffers did not answer in time; try again."));
  }

  private static AdminResponse answer(List<FlushControl.Flushed> flushed) {
    ObjectNode answer = Json.object();
    ArrayNode streams = answer.putArray("streams");
    for (FlushControl.Flushed each : flushed) {
      streams
          .addObject()
          .put("streamArn", each.stream().toString())
          .put("records", each.records())
          .put("left", each.left());
    }
    return new AdminResponse(200, answer);
  }

  private static CompletionStage<AdminResponse> expected() {
    return CompletableFuture.completedFuture(
        AdminResponse.message(
            400, "Expected {\"stream\": \"NAME\"}, or nothing for the buffers of all streams."));
  }
}
