package io.hydrant.s3.operation;

import io.hydrant.s3.error.ObjectErrors;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.object.ObjectVersion;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * The conditions of a request on an object.
 *
 * @param prefix of the headers' names: empty, or {@code x-amz-copy-source-}
 */
record Preconditions(Headers headers, String prefix) {
  static Preconditions of(Headers headers) {
    return new Preconditions(headers, "");
  }

  static Preconditions ofSource(Headers headers) {
    return new Preconditions(headers, "x-amz-copy-source-");
  }

  /**
   * Checks the conditions of a write against the object that it would replace.
   *
   * @throws io.hydrant.s3.error.S3Exception PreconditionFailed, or NoSuchKey for If-Match without
   *     an object
   */
  void checkWrite(String key, Optional<ObjectVersion> current) {
    Optional<String> none = header("If-None-Match");
    if (none.isPresent() && !none.get().equals("*")) {
      throw S3Errors.notImplemented("If-None-Match").exception();
    }
    if (none.isPresent() && current.isPresent()) {
      throw ObjectErrors.preconditionFailed("If-None-Match").exception();
    }
    checkMatch(key, current);
  }

  /**
   * Checks If-Match of a delete.
   *
   * @throws io.hydrant.s3.error.S3Exception PreconditionFailed
   */
  void checkMatch(String key, Optional<ObjectVersion> current) {
    Optional<String> match = header("If-Match");
    if (match.isPresent()) {
      ObjectVersion present = current.orElseThrow(() -> ObjectErrors.noSuchKey(key).exception());
      if (!matches(match.get(), present)) {
        throw ObjectErrors.preconditionFailed("If-Match").exception();
      }
    }
  }

  /**
   * Checks the conditions of a read.
   *
   * @return whether the client has the object already: 304
   * @throws io.hydrant.s3.error.S3Exception PreconditionFailed
   */
  boolean isNotModified(ObjectVersion version) {
    Optional<String> match = header("If-Match");
    if (match.isPresent()) {
      if (!matches(match.get(), version)) {
        throw ObjectErrors.preconditionFailed("If-Match").exception();
      }
    } else if (date("If-Unmodified-Since")
        .filter(date -> modified(version).isAfter(date))
        .isPresent()) {
      throw ObjectErrors.preconditionFailed("If-Unmodified-Since").exception();
    }
    Optional<String> none = header("If-None-Match");
    return none.isPresent()
        ? matches(none.get(), version)
        : date("If-Modified-Since").filter(date -> !modified(version).isAfter(date)).isPresent();
  }

  /** Checks the conditions of a copy on its source: nothing is read then, so there is no 304. */
  void checkSource(ObjectVersion version) {
    if (isNotModified(version)) {
      throw ObjectErrors.preconditionFailed(
              prefix
                  + (header("If-None-Match").isPresent() ? "If-None-Match" : "If-Modified-Since"))
          .exception();
    }
  }

  /** HTTP dates have no fractions of seconds. */
  private static Instant modified(ObjectVersion version) {
    return version.lastModified().truncatedTo(ChronoUnit.SECONDS);
  }

  private static boolean matches(String header, ObjectVersion version) {
    return Arrays.stream(header.split(",", -1))
        .map(tag -> tag.strip().replaceFirst("^W/", "").replace("\"", ""))
        .anyMatch(tag -> tag.equals("*") || tag.equals(version.eTag()));
  }

  /** A date that cannot be read is no condition (RFC 9110). */
  private Optional<Instant> date(String name) {
    try {
      return header(name)
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private Optional<String> header(String name) {
    return headers.first(prefix + name);
  }
}
