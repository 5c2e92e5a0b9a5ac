package io.hydrant.s3.operation;

import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import java.util.ArrayList;
import java.util.List;

/**
 * The permissions that a request needs: that of its operation, and those of what it sets besides.
 */
final class RequiredActions {
  static final String PUT = "PutObject";

  private RequiredActions() {}

  /**
   * @param action of the operation; empty text where it asks for each of its objects itself
   */
  static List<String> of(S3Request request, String action) {
    List<String> actions = new ArrayList<>();
    if (!action.isEmpty()) {
      actions.add(action);
    }
    if (action.equals(PUT) && setsTags(request.headers())) {
      actions.add("PutObjectTagging");
    }
    if (action.equals(PUT) && setsAcl(request.headers())) {
      actions.add("PutObjectAcl");
    }
    return actions;
  }

  private static boolean setsTags(Headers headers) {
    return headers.first("x-amz-tagging").filter(tags -> !tags.isEmpty()).isPresent();
  }

  static boolean setsAcl(Headers headers) {
    return headers.has("x-amz-acl") || !headers.startingWith("x-amz-grant-").isEmpty();
  }
}
