package io.hydrant.s3.object;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The headers that a client stores with an object and gets back.
 *
 * @param contentType {@code binary/octet-stream} where the client gave none
 * @param user the user's metadata, by names in lower case without {@code x-amz-meta-}
 */
public record ObjectHeaders(
    String contentType,
    Optional<String> contentEncoding,
    Optional<String> contentDisposition,
    Optional<String> contentLanguage,
    Optional<String> cacheControl,
    Optional<String> expires,
    Optional<String> websiteRedirectLocation,
    Map<String, String> user) {
  public static final String DEFAULT_TYPE = "binary/octet-stream";

  /** No headers but the type that S3 gives to an object without one. */
  public static final ObjectHeaders NONE =
      new ObjectHeaders(
          DEFAULT_TYPE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of());

  public ObjectHeaders {
    user = Collections.unmodifiableMap(new TreeMap<>(user));
  }
}
