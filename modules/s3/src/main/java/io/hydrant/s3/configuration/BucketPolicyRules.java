package io.hydrant.s3.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.s3.error.BucketErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What S3 asks of a bucket policy beyond the grammar of all policies, with its words. */
final class BucketPolicyRules {
  private static final int BYTES_MAX = 20 * 1024;
  private static final String PREFIX = "s3:";

  /** Actions on objects whose name does not say so. */
  private static final Set<String> ON_OBJECTS =
      Set.of("abortmultipartupload", "bypassgovernanceretention", "listmultipartuploadparts");

  private BucketPolicyRules() {}

  /**
   * @throws io.hydrant.s3.error.S3Exception MalformedPolicy
   */
  static void check(String bucket, JsonNode policy) {
    for (JsonNode statement : list(policy.path("Statement"))) {
      if (!statement.isObject()) {
        throw refusal("Invalid policy syntax.");
      }
      require(statement, "Effect", "Effect");
      require(statement, "Principal", "NotPrincipal");
      require(statement, "Action", "NotAction");
      require(statement, "Resource", "NotResource");
      checkActions(statement);
      checkResources(bucket, statement);
    }
  }

  /** Returns whether a document is larger than a policy may be. */
  static boolean isTooLarge(byte[] document) {
    return document.length > BYTES_MAX;
  }

  private static void require(JsonNode statement, String element, String other) {
    if (list(statement.path(element)).isEmpty() && list(statement.path(other)).isEmpty()) {
      throw refusal("Missing required field " + element + " cannot be empty!");
    }
  }

  private static void checkActions(JsonNode statement) {
    for (String action : texts(statement, "Action", "NotAction")) {
      if (!action.equals("*") && !action.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
        throw refusal("Policy has invalid action");
      }
    }
  }

  private static void checkResources(String bucket, JsonNode statement) {
    String arn = "arn:aws:s3:::" + bucket;
    List<String> resources = texts(statement, "Resource", "NotResource");
    for (String resource : resources) {
      if (!resource.equals(arn) && !resource.startsWith(arn + "/")) {
        throw refusal("Policy has invalid resource");
      }
    }
    if (statement.has("NotAction") || statement.has("NotResource")) {
      return;
    }
    boolean bucketItself = resources.contains(arn);
    boolean objects = resources.stream().anyMatch(resource -> !resource.equals(arn));
    for (String action : texts(statement, "Action", "Action")) {
      boolean open = action.contains("*") || action.contains("?");
      if (!open && !(isOnObjects(action) ? objects : bucketItself)) {
        throw refusal("Action does not apply to any resource(s) in statement");
      }
    }
  }

  private static boolean isOnObjects(String action) {
    String name = action.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
    return ON_OBJECTS.contains(name) || (name.contains("object") && !name.contains("bucket"));
  }

  private static List<String> texts(JsonNode statement, String element, String other) {
    List<String> texts = new ArrayList<>();
    list(statement.path(element)).forEach(node -> texts.add(node.asText()));
    list(statement.path(other)).forEach(node -> texts.add(node.asText()));
    return texts;
  }

  /** Returns the elements of a list, or the one that is none; nothing for what is missing. */
  private static List<JsonNode> list(JsonNode node) {
    List<JsonNode> nodes = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(nodes::add);
    } else if (!node.isMissingNode() && !node.isNull()) {
      nodes.add(node);
    }
    return nodes;
  }

  private static RuntimeException refusal(String message) {
    return BucketErrors.malformedPolicy(message).exception();
  }
}
