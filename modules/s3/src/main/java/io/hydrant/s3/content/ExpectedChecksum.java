package io.hydrant.s3.content;

import io.hydrant.s3.checksum.ChecksumAlgorithm;
import io.hydrant.s3.error.ContentErrors;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.Headers;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a client says about the checksum of its content.
 *
 * @param algorithm the algorithm that is computed and stored
 * @param value in Base64; empty where it comes in a trailing header, or not at all
 * @param inTrailer whether a trailing header must hold it
 */
public record ExpectedChecksum(
    ChecksumAlgorithm algorithm, Optional<String> value, boolean inTrailer) {
  private static final String PREFIX = "x-amz-checksum-";
  private static final List<String> OTHERS =
      List.of("x-amz-checksum-algorithm", "x-amz-checksum-mode", "x-amz-checksum-type");

  /**
   * Reads the headers of an upload. Without any of them S3 computes CRC64NVME.
   *
   * @throws io.hydrant.s3.error.S3Exception InvalidRequest
   */
  public static ExpectedChecksum of(Headers headers) {
    return given(headers)
        .or(() -> trailing(headers))
        .orElseGet(
            () ->
                new ExpectedChecksum(
                    named(headers).orElse(ChecksumAlgorithm.CRC64NVME), Optional.empty(), false));
  }

  /** Returns the algorithm that the client chose, if it chose one. */
  public static Optional<ChecksumAlgorithm> chosen(Headers headers) {
    return given(headers)
        .or(() -> trailing(headers))
        .map(ExpectedChecksum::algorithm)
        .or(() -> named(headers));
  }

  private static Optional<ExpectedChecksum> given(Headers headers) {
    List<Headers.Header> all =
        headers.startingWith(PREFIX).stream()
            .filter(header -> !OTHERS.contains(header.name().toLowerCase(Locale.ROOT)))
            .toList();
    if (all.size() > 1) {
      throw S3Errors.invalidRequest(
              "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.")
          .exception();
    }
    return all.stream().findFirst().map(header -> valid(header.name(), header.value().strip()));
  }

  private static ExpectedChecksum valid(String header, String value) {
    ChecksumAlgorithm algorithm =
        ChecksumAlgorithm.ofHeader(header)
            .orElseThrow(
                () ->
                    S3Errors.invalidRequest(
                            "The algorithm type you specified in " + header + " header is invalid.")
                        .exception());
    if (!isValid(algorithm, value)) {
      throw S3Errors.invalidRequest("Value for " + algorithm.header() + " header is invalid.")
          .exception();
    }
    return new ExpectedChecksum(algorithm, Optional.of(value), false);
  }

  /** Returns whether a text can be a checksum of that algorithm. */
  static boolean isValid(ChecksumAlgorithm algorithm, String value) {
    try {
      return Base64.getDecoder().decode(value).length == algorithm.size();
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /**
   * Compares the checksum of what arrived with what the client says.
   *
   * @param trailers by names in lower case
   * @throws io.hydrant.s3.error.S3Exception BadDigest, MalformedTrailerError or InvalidRequest
   */
  public void verify(String computed, Map<String, String> trailers) {
    Optional<String> claimed =
        inTrailer ? Optional.ofNullable(trailers.get(algorithm.header())) : value;
    if (inTrailer && claimed.isEmpty()) {
      throw ContentErrors.malformedTrailer().exception();
    }
    if (claimed.isPresent()) {
      if (!isValid(algorithm, claimed.get())) {
        throw S3Errors.invalidRequest(
                "Value for " + algorithm.header() + " trailing header is invalid.")
            .exception();
      }
      if (!claimed.get().equals(computed)) {
        throw ContentErrors.badDigest(algorithm.name()).exception();
      }
    }
  }

  private static Optional<ExpectedChecksum> trailing(Headers headers) {
    return headers
        .first("x-amz-trailer")
        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(PREFIX))
        .map(
            name ->
                new ExpectedChecksum(
                    ChecksumAlgorithm.ofHeader(name)
                        .orElseThrow(
                            () ->
                                S3Errors.invalidRequest(
                                        "The value specified in the x-amz-trailer header is not"
                                            + " supported")
                                    .exception()),
                    Optional.empty(),
                    true));
  }

  private static Optional<ChecksumAlgorithm> named(Headers headers) {
    return headers
        .first("x-amz-sdk-checksum-algorithm")
        .or(() -> headers.first("x-amz-checksum-algorithm"))
        .map(
            name ->
                ChecksumAlgorithm.named(name)
                    .orElseThrow(
                        () ->
                            S3Errors.invalidRequest(
                                    "Checksum algorithm provided is unsupported. Please try again"
                                        + " with any of the valid types: [CRC32, CRC32C, CRC64NVME,"
                                        + " SHA1, SHA256]")
                                .exception()));
  }
}
