package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyCommand;

/** Calls of operations that one key decides alone; the input's KeyId names the key. */
record KeyCalls(KmsApi api) {
  /** Reads the key's command from an operation's input. */
  @FunctionalInterface
  interface CommandReader<O> {
    KeyCommand<O> read(Caller caller, KeyArn key, JsonNode input);
  }

  /** Returns the call that lets the key decide this command. */
  <O> Operation.Call<O> with(CommandReader<O> command) {
    return (caller, input) ->
        api.onKey(caller, key(input), arn -> command.read(caller, arn, input));
  }

  static String key(JsonNode input) {
    return Json.required(input, "KeyId");
  }
}
