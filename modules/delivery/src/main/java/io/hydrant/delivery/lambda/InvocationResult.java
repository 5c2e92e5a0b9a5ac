package io.hydrant.delivery.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hydrant.delivery.json.JsonReading;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Tells a function's answer from the errors of a function and of the service. */
final class InvocationResult {
  private static final ObjectMapper MAPPER = JsonReading.MAPPER;
  private static final int OK = 200;
  private static final int BAD_GATEWAY = 502;
  private static final String TIMED_OUT = "Task timed out after";

  /** The error types of a function that gave no usable answer. */
  private static final Set<String> NO_ANSWER =
      Set.of("Function.ResponseSizeTooLarge", "Sandbox.Timedout");

  private InvocationResult() {}

  /** Reads the response of Lambda's API, where a header says that the function threw. */
  static byte[] ofService(HttpResponse<byte[]> response) throws LambdaFailure {
    if (response.statusCode() != OK) {
      throw LambdaFailure.refused(response.statusCode(), exception(response));
    }
    if (response.headers().firstValue("X-Amz-Function-Error").isPresent()) {
      throw thrown(tree(response.body()));
    }
    return response.body();
  }

  /**
   * Reads the response of a runtime interface emulator. It answers 200 also where the function
   * threw or took too long, and 502 where the function's process ended.
   */
  static byte[] ofEmulator(HttpResponse<byte[]> response) throws LambdaFailure {
    JsonNode tree = tree(response.body());
    boolean threw = tree.has("errorMessage") && tree.has("errorType") && !tree.has("records");
    if (response.statusCode() == BAD_GATEWAY || (response.statusCode() == OK && threw)) {
      throw thrown(tree);
    }
    if (response.statusCode() != OK) {
      throw LambdaFailure.refused(response.statusCode(), exception(response));
    }
    if (text(response.body()).startsWith(TIMED_OUT)) {
      throw LambdaFailure.badOutput();
    }
    return response.body();
  }

  private static LambdaFailure thrown(JsonNode error) {
    boolean noAnswer =
        NO_ANSWER.contains(error.path("errorType").asText())
            || error.path("errorMessage").asText().contains(TIMED_OUT);
    return noAnswer ? LambdaFailure.badOutput() : LambdaFailure.functionError();
  }

  /** Returns the exception's name, which a namespace or an address may surround. */
  private static Optional<String> exception(HttpResponse<byte[]> response) {
    return response
        .headers()
        .firstValue("X-Amzn-ErrorType")
        .or(() -> Optional.of(tree(response.body()).path("__type").asText()))
        .map(type -> type.replaceFirst(":.*", "").replaceFirst(".*#", ""));
  }

  private static JsonNode tree(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (IOException notJson) {
      return MAPPER.missingNode();
    }
  }

  private static String text(byte[] body) {
    return new String(body, 0, Math.min(body.length, TIMED_OUT.length()), StandardCharsets.UTF_8);
  }
}
