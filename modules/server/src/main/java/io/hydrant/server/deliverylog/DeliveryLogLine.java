package io.hydrant.server.deliverylog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.delivery.report.ReportedFailure;
import java.util.Optional;

/** Writes a line of a delivery log. The names and the order of its members are AWS's. */
final class DeliveryLogLine {
  private DeliveryLogLine() {}

  /**
   * Returns the line.
   *
   * @param bucketArn the destination
   * @param processor the ARN of the Lambda function that failed. The version of the stream is a
   *     number in a line about a function, and a text in a line about S3.
   */
  static String of(
      DeliveryView stream, String bucketArn, ReportedFailure failure, Optional<String> processor) {
    ObjectNode line =
        Json.object()
            .put("deliveryStreamARN", stream.arn().toString())
            .put("destination", bucketArn);
    processor.ifPresentOrElse(
        arn -> line.put("deliveryStreamVersionId", Long.parseLong(stream.versionId())),
        () -> line.put("deliveryStreamVersionId", stream.versionId()));
    line.put("message", failure.message()).put("errorCode", failure.code());
    processor.ifPresent(arn -> line.put("processor", arn));
    return line.toString();
  }
}
