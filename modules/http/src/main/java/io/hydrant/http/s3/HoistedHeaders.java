package io.hydrant.http.s3;

import io.hydrant.s3.message.HeaderTexts;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.Query;
import io.hydrant.s3.message.S3Request;
import java.util.Locale;
import java.util.Set;

/**
 * Headers that a presigned address carries as parameters, so that a browser need not send them, for
 * example {@code x-amz-acl}.
 */
final class HoistedHeaders {
  private static final String AMZ = "x-amz-";
  private static final Set<String> OF_THE_SIGNATURE =
      Set.of(
          "x-amz-algorithm",
          "x-amz-credential",
          "x-amz-date",
          "x-amz-expires",
          "x-amz-signedheaders",
          "x-amz-signature",
          "x-amz-security-token");

  /**
   * S3 verifies no checksum that an address holds: SDKs put there that of the empty body which they
   * have when they sign.
   */
  private static final Set<String> CHECKSUMS =
      Set.of(
          "x-amz-sdk-checksum-algorithm",
          "x-amz-checksum-crc32",
          "x-amz-checksum-crc32c",
          "x-amz-checksum-crc64nvme",
          "x-amz-checksum-sha1",
          "x-amz-checksum-sha256");

  private HoistedHeaders() {}

  /**
   * Returns the headers of a request with a presigned address. A header that was sent wins.
   *
   * @throws io.hydrant.s3.error.S3Exception InvalidArgument for what no header can hold
   */
  static Headers of(S3Request head) {
    Headers headers = head.headers();
    for (Query.Parameter parameter : head.query().all()) {
      String name = parameter.name().toLowerCase(Locale.ROOT);
      boolean hoisted =
          name.startsWith(AMZ) && !OF_THE_SIGNATURE.contains(name) && !CHECKSUMS.contains(name);
      if (hoisted && !head.headers().has(name)) {
        HeaderTexts.require(name, parameter.value());
        headers = headers.with(name, parameter.value());
      }
    }
    return headers;
  }
}
