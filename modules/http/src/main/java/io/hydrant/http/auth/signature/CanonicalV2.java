package io.hydrant.http.auth.signature;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text that Signature Version 2 of S3 signs. It has few headers, and not the body. */
final class CanonicalV2 {
  /** The parameters that are part of the resource. All others can be changed after signing. */
  private static final Set<String> SIGNED_PARAMETERS =
      Set.of(
          "accelerate",
          "acl",
          "analytics",
          "cors",
          "defaultObjectAcl",
          "delete",
          "encryption",
          "intelligent-tiering",
          "inventory",
          "lifecycle",
          "location",
          "logging",
          "metrics",
          "notification",
          "object-lock",
          "ownershipControls",
          "partNumber",
          "policy",
          "policyStatus",
          "publicAccessBlock",
          "replication",
          "requestPayment",
          "response-cache-control",
          "response-content-disposition",
          "response-content-encoding",
          "response-content-language",
          "response-content-type",
          "response-expires",
          "restore",
          "select",
          "select-type",
          "storageClass",
          "tagging",
          "torrent",
          "uploadId",
          "uploads",
          "versionId",
          "versioning",
          "versions",
          "website");

  private static final String AMZ = "x-amz-";

  private CanonicalV2() {}

  /**
   * @param bucket the bucket of a virtual host; empty where the path names it
   * @param date the value of Date, or of Expires in a presigned address
   */
  static String of(SignedRequest request, Optional<String> bucket, String date) {
    return String.join(
            "\n",
            request.method(),
            standard(request, "content-md5"),
            standard(request, "content-type"),
            date)
        + "\n"
        + amazonHeaders(request)
        + resource(request, bucket);
  }

  /** Presigned addresses may carry these headers as parameters. */
  private static String standard(SignedRequest request, String name) {
    return request
        .first(name)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .or(
            () ->
                parameters(request)
                    .filter(parameter -> parameter.name().equals(name))
                    .map(Parameter::value)
                    .findFirst())
        .orElse("");
  }

  private static String amazonHeaders(SignedRequest request) {
    SortedMap<String, String> headers = new TreeMap<>();
    for (SignedRequest.Header header : request.headers()) {
      if (header.name().startsWith(AMZ)) {
        headers.merge(header.name(), header.value().strip(), CanonicalV2::joined);
      }
    }
    parameters(request)
        .filter(parameter -> parameter.name().toLowerCase(Locale.ROOT).startsWith(AMZ))
        .forEach(
            parameter ->
                headers.merge(
                    parameter.name().toLowerCase(Locale.ROOT),
                    parameter.value(),
                    CanonicalV2::joined));
    return headers.entrySet().stream()
        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static String joined(String first, String second) {
    return first + "," + second;
  }

  private static String resource(SignedRequest request, Optional<String> bucket) {
    String parameters =
        parameters(request)
            .filter(parameter -> SIGNED_PARAMETERS.contains(parameter.name()))
            .sorted()
            .map(
                parameter ->
                    parameter.value().isEmpty()
                        ? parameter.name()
                        : parameter.name() + "=" + parameter.value())
            .collect(Collectors.joining("&"));
    return bucket.map(name -> "/" + name).orElse("")
        + request.path()
        + (parameters.isEmpty() ? "" : "?" + parameters);
  }

  private static Stream<Parameter> parameters(SignedRequest request) {
    return Arrays.stream(request.query().split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .map(Parameter::of);
  }

  private record Parameter(String name, String value) implements Comparable<Parameter> {
    static Parameter of(String pair) {
      int equals = pair.indexOf('=');
      return new Parameter(
          UriEncoding.decoded(equals < 0 ? pair : pair.substring(0, equals)),
          UriEncoding.decoded(equals < 0 ? "" : pair.substring(equals + 1)));
    }

    @Override
    public int compareTo(Parameter other) {
      return name.compareTo(other.name);
    }
  }
}
