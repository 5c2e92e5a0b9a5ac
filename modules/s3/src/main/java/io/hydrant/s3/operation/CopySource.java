package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.encryption.CustomerKeys;
import io.hydrant.s3.encryption.ObjectSealing;
import io.hydrant.s3.error.ObjectErrors;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.BodySource;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.name.ObjectKeys;
import io.hydrant.s3.object.ObjectVersion;
import io.hydrant.s3.storage.OpenObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.HexFormat;
import java.util.Optional;

/** The object that a request copies from, as the header {@code x-amz-copy-source} names it. */
record CopySource(String bucket, String key, Optional<String> versionId) {
  static final String HEADER = "x-amz-copy-source";
  private static final String VERSION = "?versionId=";

  /**
   * Reads the header.
   *
   * @throws io.hydrant.s3.error.S3Exception InvalidArgument or KeyTooLongError
   */
  static CopySource of(S3Request request) {
    String header = request.headers().first(HEADER).orElse("");
    int version = header.lastIndexOf(VERSION);
    String path = decoded(version < 0 ? header : header.substring(0, version));
    String name = path.startsWith("/") ? path.substring(1) : path;
    int slash = name.indexOf('/');
    if (slash < 1 || slash == name.length() - 1) {
      throw S3Errors.invalidArgument(
              "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
              HEADER,
              header)
          .exception();
    }
    String key = name.substring(slash + 1);
    if (ObjectKeys.isTooLong(key)) {
      throw ObjectErrors.keyTooLong(
              key.getBytes(StandardCharsets.UTF_8).length, ObjectKeys.BYTES_MAX)
          .exception();
    }
    return new CopySource(
        name.substring(0, slash),
        key,
        version < 0
            ? Optional.empty()
            : Optional.of(decoded(header.substring(version + VERSION.length()))));
  }

  /** Decodes percent signs; a plus sign is itself. */
  private static String decoded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
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
    return decoded.toString(StandardCharsets.UTF_8);
  }

  /**
   * Opens the object, if the caller may read it and the request's conditions hold.
   *
   * @throws io.hydrant.s3.error.S3Exception NoSuchBucket, NoSuchKey, AccessDenied or
   *     PreconditionFailed
   */
  OpenObject open(Services services, S3Request request) throws IOException {
    services
        .authorizer()
        .require(request, versionId.isPresent() ? "GetObjectVersion" : "GetObject", target());
    Bucket source = services.bucket(bucket);
    ExpectedOwner.checkSource(request, source);
    String name = source.name();
    try {
      OpenObject open =
          services
              .storage()
              .objects()
              .open(name, key, found -> Versions.chosen(versionId, key, found));
      try {
        Preconditions.ofSource(request.headers()).checkSource(open.version());
      } catch (RuntimeException e) {
        open.close();
        throw e;
      }
      return open;
    } catch (NoSuchFileException removedByHand) {
      throw ObjectErrors.noSuchKey(key).exception();
    }
  }

  /** Returns what a permission to read the object concerns. */
  Authorizer.Target target() {
    return new Authorizer.Target(bucket, Optional.of(key), versionId);
  }

  /** Returns the bytes of a range of the opened object. */
  static BodySource read(
      Services services, S3Request request, OpenObject open, long first, long length) {
    ObjectVersion version = open.version();
    ObjectSealing.Sealed sealed =
        services
            .sealing()
            .open(
                version.encryption(),
                () -> Services.caller(request),
                CustomerKeys.of(request.headers(), CustomerKeys.SOURCE));
    return open.read(sealed.cipher(version.contentId().orElseThrow()), first, length);
  }
}
