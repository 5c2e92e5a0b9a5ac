package io.hydrant.http.s3;

import io.hydrant.s3.error.AddressErrors;
import io.hydrant.s3.message.Query;
import io.hydrant.s3.message.S3Request;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the bucket, the key and the parameters from the address of a request, as the client encoded
 * it. No part of it is resolved: dots and slashes belong to the key.
 */
final class S3Targets {
  private static final String LOCAL = "localhost";

  private S3Targets() {}

  /**
   * Returns the bucket and the key.
   *
   * @param host the host header, with or without a port
   * @param path the path without its query, not decoded
   */
  static S3Request.Target target(String host, String path) {
    String rest = path.startsWith("/") ? path.substring(1) : path;
    Optional<String> bucket = ofHost(host);
    if (bucket.isPresent()) {
      return new S3Request.Target(bucket, key(rest));
    }
    int slash = rest.indexOf('/');
    String first = decoded(slash < 0 ? rest : rest.substring(0, slash));
    return first.isEmpty()
        ? new S3Request.Target(Optional.empty(), Optional.empty())
        : new S3Request.Target(
            Optional.of(first), slash < 0 ? Optional.empty() : key(rest.substring(slash + 1)));
  }

  private static Optional<String> key(String encoded) {
    return Optional.of(decoded(encoded)).filter(key -> !key.isEmpty());
  }

  /** Returns the bucket of a virtual host, for example of {@code my-bucket.s3.localhost:8080}. */
  static Optional<String> ofHost(String authority) {
    String host = authority.replaceFirst("\\.?(:[0-9]+)?$", "").toLowerCase(Locale.ROOT);
    List<String> labels = List.of(host.split("\\.", -1));
    int local = labels.lastIndexOf(LOCAL);
    for (int i = local - 1; i >= 0; i--) {
      if (isService(labels.get(i))) {
        return joined(labels.subList(0, i));
      }
    }
    return local == labels.size() - 1 ? joined(labels.subList(0, local)) : Optional.empty();
  }

  /** Returns whether a part of a host means S3 itself, perhaps with a Region. */
  private static boolean isService(String label) {
    return label.equals("s3") || label.startsWith("s3-");
  }

  private static Optional<String> joined(List<String> labels) {
    return Optional.of(String.join(".", labels)).filter(name -> !name.isEmpty());
  }

  /** Returns the decoded parameters. A plus sign is a blank there, as in forms. */
  static Query query(String encoded) {
    List<Query.Parameter> parameters = new ArrayList<>();
    for (String pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        parameters.add(
            new Query.Parameter(
                parameter(equals < 0 ? pair : pair.substring(0, equals)),
                equals < 0 ? "" : parameter(pair.substring(equals + 1))));
      }
    }
    return new Query(parameters);
  }

  private static String parameter(String encoded) {
    return decoded(encoded.replace('+', ' '));
  }

  /**
   * Refuses an address that is no UTF-8: its different keys would become the same one.
   *
   * @throws io.hydrant.s3.error.S3Exception InvalidURI
   */
  static void requireUtf8(String target) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(target)));
    } catch (CharacterCodingException malformed) {
      throw AddressErrors.invalidUri(decoded(target)).exception();
    }
  }

  /** Decodes percent signs; what is no encoding stays as it is. */
  static String decoded(String text) {
    return text.indexOf('%') < 0 ? text : new String(bytes(text), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%'
          && i + 2 < bytes.length
          && HexFormat.isHexDigit(bytes[i + 1])
          && HexFormat.isHexDigit(bytes[i + 2])) {
        decoded.write(
            HexFormat.fromHexDigit(bytes[i + 1]) * 16 + HexFormat.fromHexDigit(bytes[i + 2]));
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return decoded.toByteArray();
  }
}
