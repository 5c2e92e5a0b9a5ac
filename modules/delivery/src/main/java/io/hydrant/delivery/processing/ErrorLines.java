package io.hydrant.delivery.processing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.delivery.json.JsonReading;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The lines of error objects, with the members in the order in which AWS writes them. */
public final class ErrorLines {
  private static final ObjectMapper MAPPER = JsonReading.MAPPER;

  private ErrorLines() {}

  /**
   * Returns the bytes of an object with a line for each record and a line feed between two.
   *
   * @param endedAt the time of the last attempt
   * @param lambdaArn the function, where a function failed
   */
  public static String processing(
      List<RecordFailure> failures, Instant endedAt, Optional<String> lambdaArn) {
    return String.join(
        "\n", failures.stream().map(each -> line(each, endedAt, lambdaArn)).toList());
  }

  private static String line(RecordFailure failure, Instant endedAt, Optional<String> lambdaArn) {
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put(
                "rawData",
                Base64.getEncoder().encodeToString(failure.record().original().unsafeArray()))
            .put("errorCode", failure.code())
            .put("errorMessage", failure.message())
            .put("attemptsMade", failure.attempts())
            .put("arrivalTimestamp", failure.record().arrivedAt().toEpochMilli())
            .put("attemptEndingTimestamp", endedAt.toEpochMilli());
    lambdaArn.ifPresent(arn -> line.put("lambdaARN", arn));
    return write(line);
  }

  private static String write(ObjectNode line) {
    try {
      return MAPPER.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of texts and numbers can be written", e);
    }
  }
}
