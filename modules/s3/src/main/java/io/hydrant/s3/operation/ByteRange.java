package io.hydrant.s3.operation;

import io.hydrant.s3.error.ObjectErrors;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of an object's bytes.
 *
 * @param first the position of the first byte
 * @param length the number of bytes, at least one
 */
record ByteRange(long first, long length) {
  private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,100})-([0-9]{0,100})");

  /**
   * Reads a Range header. One that is not a single range of bytes is ignored (RFC 9110).
   *
   * @param size of the object
   * @throws io.hydrant.s3.error.S3Exception InvalidRange where it lies outside the object
   */
  static Optional<ByteRange> of(String header, long size) {
    Matcher range = RANGE.matcher(header.strip());
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (range.group(1).isEmpty()) {
      long count = Math.min(size, number(range.group(2)));
      return Optional.of(within(header, size - count, count, size));
    }
    long first = number(range.group(1));
    long last = range.group(2).isEmpty() ? size - 1 : number(range.group(2));
    if (last < first && !range.group(2).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(within(header, first, Math.min(last, size - 1) - first + 1, size));
  }

  /** Returns a number; one that is too large for any object becomes the largest. */
  private static long number(String digits) {
    return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
  }

  private static ByteRange within(String header, long first, long length, long size) {
    if (first >= size || length <= 0) {
      throw ObjectErrors.invalidRange(header, size).exception();
    }
    return new ByteRange(first, length);
  }

  /** Returns the value of Content-Range. */
  String contentRange(long size) {
    return "bytes " + first + "-" + (first + length - 1) + "/" + size;
  }
}
