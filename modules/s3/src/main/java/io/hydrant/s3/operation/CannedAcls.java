package io.hydrant.s3.operation;

import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.Headers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Canned access control lists: stored and shown. Policies alone decide who may do what. */
final class CannedAcls {
  static final String SUBRESOURCE = "acl";
  static final String DEFAULT = "private";
  private static final List<String> NAMES =
      List.of(
          DEFAULT,
          "public-read",
          "public-read-write",
          "aws-exec-read",
          "authenticated-read",
          "bucket-owner-read",
          "bucket-owner-full-control",
          "log-delivery-write");

  private CannedAcls() {}

  /**
   * Returns the name that the header {@code x-amz-acl} gives.
   *
   * @throws io.hydrant.s3.error.S3Exception InvalidArgument
   */
  static Optional<String> of(Headers headers) {
    Optional<String> name = headers.first("x-amz-acl");
    if (name.isPresent() && !NAMES.contains(name.get())) {
      throw S3Errors.invalidArgument("", "x-amz-acl", name.get()).exception();
    }
    return name;
  }

  /** Returns what a new bucket stores about it. */
  static Map<String, String> configurations(Headers headers) {
    return of(headers).map(name -> Map.of(SUBRESOURCE, name)).orElse(Map.of());
  }
}
