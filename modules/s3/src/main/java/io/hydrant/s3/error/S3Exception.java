package io.hydrant.s3.error;

/** Ends a call with an error of S3. It has no stack trace, because it is no defect. */
public final class S3Exception extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient S3Error error;

  public S3Exception(S3Error error) {
    super(error.code() + ": " + error.message(), null, false, false);
    this.error = error;
  }

  public S3Error error() {
    return error;
  }
}
