package io.hydrant.s3.operation;

import io.hydrant.s3.error.ObjectErrors;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.object.ObjectPart;
import io.hydrant.s3.object.ObjectVersion;
import java.util.Optional;
import java.util.regex.Pattern;

/** The range of a read: that of the header Range, or of one part by its number. */
final class PartRanges {
  private static final String PARAMETER = "partNumber";
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");
  private static final int PARTS_MAX = 10_000;

  private PartRanges() {}

  /**
   * Returns the range; empty for the whole object.
   *
   * @throws io.hydrant.s3.error.S3Exception InvalidRange, InvalidPartNumber or InvalidRequest
   */
  static Optional<ByteRange> of(S3Request request, ObjectVersion version) {
    Optional<String> part = request.query().first(PARAMETER);
    Optional<String> range = request.headers().first("Range");
    if (part.isPresent()) {
      if (range.isPresent()) {
        throw S3Errors.invalidRequest(
                "Cannot specify both Range header and partNumber query" + " parameter")
            .exception();
      }
      return ofPart(number(part.get()), version);
    }
    return range
        .filter(header -> isSame(request, version))
        .flatMap(header -> ByteRange.of(header, version.size()));
  }

  /** With If-Range a changed object is sent whole. */
  private static boolean isSame(S3Request request, ObjectVersion version) {
    return request
        .headers()
        .first("If-Range")
        .map(
            tag ->
                tag.equals(ETags.quoted(version))
                    || tag.equals(HttpDates.of(version.lastModified())))
        .orElse(true);
  }

  /** Returns the number of a part. */
  static int number(String text) {
    if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) > PARTS_MAX) {
      throw S3Errors.invalidArgument(
              "Part number must be an integer between 1 and 10000, inclusive", PARAMETER, text)
          .exception();
    }
    return Integer.parseInt(text);
  }

  private static Optional<ByteRange> ofPart(int number, ObjectVersion version) {
    int count = Math.max(1, version.parts().size());
    if (number > count) {
      throw ObjectErrors.invalidPartNumber(number, count).exception();
    }
    if (version.size() == 0) {
      return Optional.empty();
    }
    if (version.parts().isEmpty()) {
      return Optional.of(new ByteRange(0, version.size()));
    }
    long first = version.parts().subList(0, number - 1).stream().mapToLong(ObjectPart::size).sum();
    return Optional.of(new ByteRange(first, version.parts().get(number - 1).size()));
  }

  /** Returns the header with the number of parts, for a read of one part. */
  static Headers partsCount(S3Request request, ObjectVersion version) {
    return request.query().has(PARAMETER) && !version.parts().isEmpty()
        ? Headers.NONE.with("x-amz-mp-parts-count", Integer.toString(version.parts().size()))
        : Headers.NONE;
  }
}
