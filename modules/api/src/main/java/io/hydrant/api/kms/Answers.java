package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.kms.Page;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Writes outputs as AWS JSON. */
final class Answers {
  private Answers() {}

  /** Writes the output of a success. */
  static <O> CompletionStage<Reply<JsonNode>> json(
      CompletionStage<Reply<O>> answer, Function<O, JsonNode> write) {
    return answer.thenApply(reply -> reply.map(write));
  }

  /** Writes no body. */
  static CompletionStage<Reply<JsonNode>> empty(CompletionStage<Reply<NoOutput>> answer) {
    return json(answer, done -> Json.noBody());
  }

  /** Writes a list under its name, with Truncated and NextMarker. */
  static <T> JsonNode page(String name, Page<T> page, Function<T, JsonNode> write) {
    ObjectNode out = Json.object();
    var list = out.putArray(name);
    page.items().forEach(item -> list.add(write.apply(item)));
    out.put("Truncated", page.nextMarker().isPresent());
    page.nextMarker().ifPresent(marker -> out.put("NextMarker", marker));
    return out;
  }
}
