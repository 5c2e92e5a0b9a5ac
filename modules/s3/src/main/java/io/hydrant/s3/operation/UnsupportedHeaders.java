package io.hydrant.s3.operation;

import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.Headers;
import java.util.List;

/** Headers of writes that would change what is stored and are not supported: they are refused. */
final class UnsupportedHeaders {
  private static final List<String> REFUSED =
      List.of(
          "x-amz-object-lock-mode",
          "x-amz-object-lock-retain-until-date",
          "x-amz-object-lock-legal-hold",
          "x-amz-write-offset-bytes");

  private UnsupportedHeaders() {}

  /**
   * @throws io.hydrant.s3.error.S3Exception NotImplemented
   */
  static void check(Headers headers) {
    for (String header : REFUSED) {
      if (headers.has(header)) {
        throw S3Errors.notImplemented(header).exception();
      }
    }
  }
}
