package io.hydrant.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.util.concurrent.CompletionStage;

/** One API operation: its JSON in, its JSON out. */
public interface Operation {
  /** Returns the part of {@code X-Amz-Target} behind the dot. */
  String name();

  /**
   * Answers a call.
   *
   * @param input keeps every constraint of the operation's input shape and has only its members,
   *     none of them null
   * @return the output; {@code MissingNode} for an empty body. Timestamps are epoch seconds with a
   *     fraction, blobs base64
   */
  CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input);
}
