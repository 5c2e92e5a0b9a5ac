package io.hydrant.s3.operation;

import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.HeaderTexts;
import io.hydrant.s3.message.Query;
import io.hydrant.s3.message.S3Request;
import java.util.Map;
import java.util.Optional;

/** Parameters of GetObject that set headers of the answer, for example in presigned addresses. */
final class ResponseOverrides {
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "Content-Type", "response-content-type",
          "Content-Language", "response-content-language",
          "Expires", "response-expires",
          "Cache-Control", "response-cache-control",
          "Content-Disposition", "response-content-disposition",
          "Content-Encoding", "response-content-encoding");

  private ResponseOverrides() {}

  /**
   * @throws io.hydrant.s3.error.S3Exception InvalidRequest for an anonymous caller, or
   *     InvalidArgument for what no header can hold
   */
  static void check(S3Request request) {
    if (request.caller().isEmpty() && PARAMETERS.values().stream().anyMatch(request.query()::has)) {
      throw S3Errors.invalidRequest(
              "Request specific response headers cannot be used for anonymous GET requests.")
          .exception();
    }
    PARAMETERS
        .values()
        .forEach(
            name ->
                request.query().first(name).ifPresent(value -> HeaderTexts.require(name, value)));
  }

  /** Returns the value that the client asks for. */
  static Optional<String> of(Query query, String header) {
    return Optional.ofNullable(PARAMETERS.get(header)).flatMap(query::first);
  }
}
