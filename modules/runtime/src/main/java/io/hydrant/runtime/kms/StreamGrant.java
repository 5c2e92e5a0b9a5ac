package io.hydrant.runtime.kms;

import io.hydrant.core.id.StreamArn;
import java.util.List;
import java.util.Map;

/** The grant that Firehose needs on a customer's key for one stream, at any KMS. */
final class StreamGrant {
  static final String CONTEXT_KEY = "aws:firehose:arn";

  static final List<String> OPERATIONS =
      List.of(
          "Encrypt",
          "Decrypt",
          "GenerateDataKey",
          "GenerateDataKeyWithoutPlaintext",
          "DescribeKey",
          "CreateGrant",
          "RetireGrant");

  private StreamGrant() {}

  /** The encryption context of all that is sealed for the stream, and the grant's constraint. */
  static Map<String, String> context(StreamArn stream) {
    return Map.of(CONTEXT_KEY, stream.toString());
  }
}
