package io.hydrant.http.auth.signature;

import io.hydrant.core.entity.Reply;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The time at which a request was made, by its headers. */
record RequestDate(Instant instant) {
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  static Reply<RequestDate> of(SignedRequest request) {
    String text = request.first("x-amz-date").or(() -> request.first("date")).orElse("");
    try {
      return Reply.success(new RequestDate(BASIC.parse(text, Instant::from)));
    } catch (DateTimeException notBasic) {
      return rfc1123(text);
    }
  }

  private static Reply<RequestDate> rfc1123(String text) {
    try {
      return Reply.success(
          new RequestDate(
              ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
    } catch (DateTimeException neither) {
      return Reply.failure(SignatureErrors.malformedDate(text));
    }
  }

  /** Returns the time of a date in the basic ISO form. */
  static Optional<Instant> parse(String basic) {
    try {
      return Optional.of(BASIC.parse(basic, Instant::from));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  /** Returns the day, for example {@code 20150830}. */
  String day() {
    return toString().substring(0, 8);
  }

  static String basic(Instant instant) {
    return BASIC.format(instant);
  }

  /** Returns the basic ISO form, for example {@code 20150830T123600Z}. */
  @Override
  public String toString() {
    return basic(instant);
  }
}
