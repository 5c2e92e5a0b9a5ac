package io.hydrant.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * One API operation: its JSON in, its JSON out.
 *
 * @param name the part of {@code X-Amz-Target} behind the dot
 */
public record Operation(String name, Call<JsonNode> call) {
  /** Reads the call's input and makes the call. */
  @FunctionalInterface
  public interface Call<O> {
    CompletionStage<Reply<O>> make(Caller caller, JsonNode input);
  }

  /** Returns an operation whose output is written as this JSON. */
  public static <O> Operation of(String name, Call<O> call, Function<O, JsonNode> write) {
    return new Operation(
        name, (caller, input) -> call.make(caller, input).thenApply(reply -> reply.map(write)));
  }

  /** Returns an operation whose answer has no body. */
  public static <O> Operation withoutBody(String name, Call<O> call) {
    return of(name, call, output -> Json.withoutBody());
  }

  /**
   * Answers a call.
   *
   * @param input satisfies every constraint of the operation's input shape and has only its
   *     members, none of them null
   * @return the output; {@code MissingNode} for an empty body. Timestamps are epoch seconds with a
   *     fraction, blobs base64
   */
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return call.make(caller, input);
  }
}
