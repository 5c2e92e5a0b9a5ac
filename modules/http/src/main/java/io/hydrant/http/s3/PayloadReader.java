package io.hydrant.http.s3;

import io.hydrant.s3.chunked.ChunkSignatures;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.Payload;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the form of a body from the header {@code x-amz-content-sha256}. */
final class PayloadReader {
  private static final String HASH = "x-amz-content-sha256";
  private static final String DECODED_LENGTH = "x-amz-decoded-content-length";
  private static final String STREAMING = "STREAMING-";
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private PayloadReader() {}

  /**
   * @param signatures verifies signed chunks; empty where they are not verified
   * @throws io.hydrant.s3.error.S3Exception InvalidArgument, NotImplemented or MissingContentLength
   */
  static Payload read(Headers headers, Optional<ChunkSignatures> signatures) {
    String hash = headers.first(HASH).orElse(UNSIGNED);
    if (hash.equals(UNSIGNED)) {
      return new Payload.Plain();
    }
    if (SHA256.matcher(hash).matches()) {
      return new Payload.Hashed(hash.toLowerCase(Locale.ROOT));
    }
    if (!hash.startsWith(STREAMING)) {
      throw S3Errors.invalidArgument(
              "x-amz-content-sha256 must be UNSIGNED-PAYLOAD,"
                  + " STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD,"
                  + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER,"
                  + " STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD,"
                  + " STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
              HASH,
              hash)
          .exception();
    }
    return chunked(hash, headers, signatures);
  }

  private static Payload chunked(
      String hash, Headers headers, Optional<ChunkSignatures> signatures) {
    boolean signed =
        switch (hash) {
          case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" ->
              true;
          case "STREAMING-UNSIGNED-PAYLOAD-TRAILER" -> false;
          default -> throw S3Errors.notImplemented(hash).exception();
        };
    return new Payload.Chunked(
        decodedLength(headers), signed, signatures, headers.first("x-amz-trailer"));
  }

  private static long decodedLength(Headers headers) {
    return headers
        .first(DECODED_LENGTH)
        .filter(text -> LENGTH.matcher(text).matches())
        .map(Long::parseLong)
        .orElseThrow(() -> S3Errors.missingContentLength().exception());
  }
}
