package io.hydrant.s3.message;

import java.nio.ByteBuffer;

/**
 * Receives the body of a request. Calls block, come one at a time, and may throw {@link
 * io.hydrant.s3.error.S3Exception}; after an exception only {@link #abort} is called.
 */
public interface BodySink {
  /** Takes the next bytes of the body, which the caller may change afterwards. */
  void write(ByteBuffer bytes);

  /** Ends the body and returns the answer. */
  S3Response finish();

  /** Drops everything that was received. Does nothing after {@link #finish} has returned. */
  void abort();
}
