package io.hydrant.s3.operation;

import io.hydrant.s3.error.ObjectErrors;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.object.ObjectHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the headers of a request that writes an object. */
final class ObjectRequestHeaders {
  private static final String USER = "x-amz-meta-";
  private static final int USER_BYTES_MAX = 2048;
  private static final String CHUNKED = "aws-chunked";
  private static final List<String> STORAGE_CLASSES =
      List.of(
          "STANDARD",
          "REDUCED_REDUNDANCY",
          "STANDARD_IA",
          "ONEZONE_IA",
          "INTELLIGENT_TIERING",
          "GLACIER",
          "DEEP_ARCHIVE",
          "GLACIER_IR");

  private ObjectRequestHeaders() {}

  /**
   * Returns the headers to store with the object.
   *
   * @throws io.hydrant.s3.error.S3Exception MetadataTooLarge
   */
  static ObjectHeaders stored(Headers headers) {
    return new ObjectHeaders(
        headers
            .first("Content-Type")
            .filter(type -> !type.isEmpty())
            .orElse(ObjectHeaders.DEFAULT_TYPE),
        contentEncoding(headers),
        headers.first("Content-Disposition"),
        headers.first("Content-Language"),
        headers.first("Cache-Control"),
        headers.first("Expires"),
        headers.first("x-amz-website-redirect-location"),
        user(headers));
  }

  /** The encoding of the transfer itself is not stored. */
  private static Optional<String> contentEncoding(Headers headers) {
    return Optional.of(
            headers.values("Content-Encoding").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty() && !value.equalsIgnoreCase(CHUNKED))
                .collect(Collectors.joining(",")))
        .filter(value -> !value.isEmpty());
  }

  private static Map<String, String> user(Headers headers) {
    Map<String, String> user = new TreeMap<>();
    for (Headers.Header header : headers.startingWith(USER)) {
      user.merge(
          header.name().substring(USER.length()).toLowerCase(Locale.ROOT),
          header.value().strip(),
          (first, second) -> first + "," + second);
    }
    int size =
        user.entrySet().stream()
            .mapToInt(entry -> bytes(entry.getKey()) + bytes(entry.getValue()))
            .sum();
    if (size > USER_BYTES_MAX) {
      throw ObjectErrors.metadataTooLarge(size, USER_BYTES_MAX).exception();
    }
    return user;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * Returns the storage class, which is stored and has no effect.
   *
   * @throws io.hydrant.s3.error.S3Exception InvalidStorageClass
   */
  static String storageClass(Headers headers) {
    String storageClass = headers.first("x-amz-storage-class").orElse("STANDARD");
    if (!STORAGE_CLASSES.contains(storageClass)) {
      throw ObjectErrors.invalidStorageClass(storageClass).exception();
    }
    return storageClass;
  }
}
