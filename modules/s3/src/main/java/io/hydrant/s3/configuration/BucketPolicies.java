package io.hydrant.s3.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.DocumentJson;
import io.hydrant.core.policy.Policy;
import io.hydrant.core.policy.PolicyKind;
import io.hydrant.core.policy.PolicyReader;
import io.hydrant.s3.error.BucketErrors;
import io.hydrant.s3.json.Json;
import java.io.IOException;

/** The policies of buckets. */
public final class BucketPolicies {
  private BucketPolicies() {}

  /**
   * Reads a policy.
   *
   * @throws io.hydrant.s3.error.S3Exception MalformedPolicy, with the reason
   */
  public static Policy read(String bucket, byte[] document) {
    if (BucketPolicyRules.isTooLarge(document)) {
      throw BucketErrors.malformedPolicy("Policy exceeds the maximum allowed document size.")
          .exception();
    }
    JsonNode json;
    try {
      json = Json.MAPPER.readTree(document);
    } catch (IOException e) {
      throw BucketErrors.malformedPolicy(
              "Policies must be valid JSON and the first byte must be '{'")
          .exception();
    }
    if (json == null || !json.isObject()) {
      throw BucketErrors.malformedPolicy(
              "Policies must be valid JSON and the first byte must be '{'")
          .exception();
    }
    BucketPolicyRules.check(bucket, json);
    return PolicyReader.read(DocumentJson.structure(json), PolicyKind.BUCKET)
        .fold(
            policy -> policy,
            error -> {
              throw BucketErrors.malformedPolicy(words(error.message())).exception();
            });
  }

  /** Principals are refused in S3's words, everything else in those that say what is wrong. */
  private static String words(String message) {
    return message.contains("invalid principals") ? "Invalid principal in policy" : message;
  }
}
