package io.hydrant.s3.operation;

import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.object.ObjectHeaders;
import io.hydrant.s3.object.ObjectVersion;
import java.util.Map;
import java.util.Optional;

/** The headers of the answer to GetObject and HeadObject. */
final class ObjectAnswerHeaders {
  private ObjectAnswerHeaders() {}

  static Headers of(S3Request request, ObjectVersion version) {
    ObjectHeaders stored = version.headers();
    Headers headers =
        Headers.NONE
            .with("Last-Modified", HttpDates.of(version.lastModified()))
            .with("ETag", ETags.quoted(version))
            .with("Accept-Ranges", "bytes");
    headers = with(headers, request, "Content-Type", Optional.of(stored.contentType()));
    headers = with(headers, request, "Content-Encoding", stored.contentEncoding());
    headers = with(headers, request, "Content-Disposition", stored.contentDisposition());
    headers = with(headers, request, "Content-Language", stored.contentLanguage());
    headers = with(headers, request, "Cache-Control", stored.cacheControl());
    headers = with(headers, request, "Expires", stored.expires());
    headers = headers.with("x-amz-website-redirect-location", stored.websiteRedirectLocation());
    for (Map.Entry<String, String> entry : stored.user().entrySet()) {
      headers = headers.with("x-amz-meta-" + entry.getKey(), entry.getValue());
    }
    if (!version.storageClass().equals("STANDARD")) {
      headers = headers.with("x-amz-storage-class", version.storageClass());
    }
    if (!version.tags().isEmpty()) {
      headers = headers.with("x-amz-tagging-count", Integer.toString(version.tags().size()));
    }
    if (!version.versionId().equals(ObjectVersion.NULL_VERSION)
        || request.query().has(Versions.PARAMETER)) {
      headers = headers.with("x-amz-version-id", version.versionId());
    }
    return checksumAsked(request) ? headers.with(Checksums.headers(version.checksum())) : headers;
  }

  /** A checksum covers the whole object, so that an answer with a range has none. */
  static boolean checksumAsked(S3Request request) {
    return request
            .headers()
            .first("x-amz-checksum-mode")
            .filter("ENABLED"::equalsIgnoreCase)
            .isPresent()
        && !request.headers().has("Range");
  }

  private static Headers with(
      Headers headers, S3Request request, String name, Optional<String> stored) {
    return headers.with(name, ResponseOverrides.of(request.query(), name).or(() -> stored));
  }
}
