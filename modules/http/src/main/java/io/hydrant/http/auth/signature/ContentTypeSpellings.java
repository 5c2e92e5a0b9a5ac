package io.hydrant.http.auth.signature;

import java.util.List;
import java.util.stream.Stream;

/**
 * The ways in which a client may have written its Content-Type. The HTTP server reads it and
 * forgets whether a charset came with it and how that was written.
 */
final class ContentTypeSpellings {
  private static final String HEADER = "content-type";

  /** The type that the HTTP server gives to a body without one. */
  private static final String DEFAULT = "application/octet-stream";

  private static final List<String> CHARSETS =
      List.of("", "; charset=utf-8", "; charset=UTF-8", ";charset=utf-8", ";charset=UTF-8");

  private ContentTypeSpellings() {}

  /** Returns the request with each of the spellings. */
  static Stream<SignedRequest> of(SignedRequest request) {
    String value = request.first(HEADER).orElse("");
    String bare = value.replaceFirst(";.*", "");
    return Stream.concat(Stream.of(value), CHARSETS.stream().map(bare::concat))
        .distinct()
        .map(spelt -> request.with(HEADER, spelt));
  }

  /** Returns the same, and the request without the header where it may have had none. */
  static Stream<SignedRequest> orNone(SignedRequest request) {
    String value = request.first(HEADER).orElse("");
    return value.equals(DEFAULT) || value.startsWith("none/")
        ? Stream.of(request, request.with(HEADER, ""))
        : of(request);
  }
}
