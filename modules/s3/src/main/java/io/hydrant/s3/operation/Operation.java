package io.hydrant.s3.operation;

import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.S3Request;
import java.io.IOException;

/** One operation of S3. Calls block. */
@FunctionalInterface
interface Operation {
  /**
   * Checks the head of a request and begins the operation.
   *
   * @return the receiver of the body, which gives the answer at the end
   * @throws io.hydrant.s3.error.S3Exception the error that is answered without reading the body
   */
  BodySink open(S3Request request) throws IOException;
}
