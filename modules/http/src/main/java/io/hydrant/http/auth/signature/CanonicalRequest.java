package io.hydrant.http.auth.signature;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** The canonical text of a request, which client and service compute alike. */
final class CanonicalRequest {
  private static final String CONTENT_HASH = "x-amz-content-sha256";
  private static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

  private CanonicalRequest() {}

  static String of(SignedRequest request, List<String> signedHeaders) {
    return String.join(
        "\n",
        request.method(),
        path(request.path()),
        query(request.query()),
        headers(request, signedHeaders),
        String.join(";", signedHeaders),
        bodyHash(request));
  }

  /** Removes dot segments and doubled slashes, then encodes, even what was encoded before. */
  private static String path(String raw) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : raw.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(segment);
      }
    }
    boolean folder = !segments.isEmpty() && raw.endsWith("/");
    return UriEncoding.encodePath("/" + String.join("/", segments) + (folder ? "/" : ""));
  }

  private static String query(String raw) {
    return Arrays.stream(raw.split("&", -1))
        .filter(parameter -> !parameter.isEmpty())
        .map(Parameter::of)
        .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
        .map(parameter -> parameter.name() + "=" + parameter.value())
        .collect(Collectors.joining("&"));
  }

  private static String headers(SignedRequest request, List<String> names) {
    return names.stream()
        .map(
            name ->
                name
                    + ":"
                    + request.values(name).stream()
                        .map(value -> value.strip().replaceAll(" +", " "))
                        .collect(Collectors.joining(","))
                    + "\n")
        .collect(Collectors.joining());
  }

  /** The body is hashed whatever the client says it hashes to, unless it says that it did not. */
  private static String bodyHash(SignedRequest request) {
    return request.values(CONTENT_HASH).contains(UNSIGNED_PAYLOAD)
        ? UNSIGNED_PAYLOAD
        : Hashing.sha256(request.body().unsafeArray());
  }

  private record Parameter(String name, String value) {
    static Parameter of(String text) {
      int equals = text.indexOf('=');
      return new Parameter(
          UriEncoding.normalize(equals < 0 ? text : text.substring(0, equals)),
          UriEncoding.normalize(equals < 0 ? "" : text.substring(equals + 1)));
    }
  }
}
