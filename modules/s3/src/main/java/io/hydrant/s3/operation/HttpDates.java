package io.hydrant.s3.operation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates in headers and documents. */
final class HttpDates {
  private static final DateTimeFormatter HEADER =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DOCUMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private HttpDates() {}

  /** Returns the form of headers, for example {@code Sat, 28 Nov 2026 12:00:00 GMT}. */
  static String of(Instant instant) {
    return HEADER.format(instant);
  }

  /** Returns the form of documents, for example {@code 2026-11-28T12:00:00.000Z}. */
  static String inDocument(Instant instant) {
    return DOCUMENT.format(instant.truncatedTo(ChronoUnit.SECONDS));
  }
}
