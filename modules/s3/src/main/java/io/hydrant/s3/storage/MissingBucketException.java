package io.hydrant.s3.storage;

import java.io.IOException;

/** Ends a change of a bucket that was deleted since the call began. */
public final class MissingBucketException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String bucket;

  MissingBucketException(String bucket) {
    super("The bucket " + bucket + " was deleted meanwhile");
    this.bucket = bucket;
  }

  public String bucket() {
    return bucket;
  }
}
