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

  /** The signature in a presigned address cannot cover itself. */
  private static final String SIGNATURE_PARAMETER = "X-Amz-Signature=";

  private CanonicalRequest() {}

  static String of(SignedRequest request, List<String> signedHeaders) {
    return of(request, signedHeaders, path(request.path()), bodyHash(request));
  }

  /**
   * Returns the text for S3, which takes the path as it is and trusts the hash that the client
   * gives: it is verified when the body has arrived.
   *
   * @param bodyHash the value of {@code x-amz-content-sha256}
   */
  static String ofS3(SignedRequest request, List<String> signedHeaders, String bodyHash) {
    return of(request, signedHeaders, UriEncoding.normalizePath(request.path()), bodyHash);
  }

  private static String of(
      SignedRequest request, List<String> signedHeaders, String path, String bodyHash) {
    return String.join(
        "\n",
        request.method(),
        path,
        query(request.query()),
        headers(request, signedHeaders),
        String.join(";", signedHeaders),
        bodyHash);
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
        .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith(SIGNATURE_PARAMETER))
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
