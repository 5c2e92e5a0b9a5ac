package io.hydrant.s3.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error as S3 answers it.
 *
 * @param code for example {@code NoSuchKey}
 * @param status the HTTP status
 * @param details further elements of the XML document, in their order, for example {@code
 *     BucketName}
 */
public record S3Error(String code, int status, String message, Map<String, String> details) {
  public S3Error {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  public S3Error(String code, int status, String message) {
    this(code, status, message, Map.of());
  }

  /** Returns the error with one more element. */
  public S3Error with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new S3Error(code, status, message, more);
  }

  public S3Exception exception() {
    return new S3Exception(this);
  }
}
