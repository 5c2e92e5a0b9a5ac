package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.error.BucketErrors;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.S3Request;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the account that a client expects to own a bucket. */
final class ExpectedOwner {
  private static final String TARGET = "x-amz-expected-bucket-owner";
  private static final String SOURCE = "x-amz-source-expected-bucket-owner";
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  private ExpectedOwner() {}

  /**
   * Checks the bucket of a request's address.
   *
   * @throws io.hydrant.s3.error.S3Exception AccessDenied or InvalidBucketOwnerAWSAccountID
   */
  static void check(Services services, S3Request request, String action) throws IOException {
    Optional<String> expected = request.headers().first(TARGET);
    if (expected.isPresent()
        && request.target().bucket().isPresent()
        && !action.equals("CreateBucket")) {
      check(expected.get(), services.bucket(request));
    }
  }

  /** Checks the bucket that an object is copied from, as {@link #check} does. */
  static void checkSource(S3Request request, Bucket source) {
    request.headers().first(SOURCE).ifPresent(expected -> check(expected, source));
  }

  private static void check(String expected, Bucket bucket) {
    if (!ACCOUNT.matcher(expected).matches()) {
      throw BucketErrors.invalidExpectedOwner().exception();
    }
    if (!bucket.account().equals(expected)) {
      throw S3Errors.accessDenied().exception();
    }
  }
}
