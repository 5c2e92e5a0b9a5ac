package io.hydrant.acceptance;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests of S3 from words that S3 knows, put together without sense. */
final class S3RandomRequests {
  private static final List<String> METHODS =
      List.of("GET", "GET", "PUT", "PUT", "POST", "DELETE", "HEAD", "PATCH", "OPTIONS");
  private static final List<String> BUCKETS =
      List.of("bucket", "bucket", "bucket", "none", "..", "%2e%2e", "BUCKET", "a%00", "", "b%2fk");
  private static final List<String> KEYS =
      List.of(
          "",
          "/",
          "/k",
          "/k",
          "/k/",
          "/k/k",
          "//",
          "/..",
          "/%2e%2e/x",
          "/%00",
          "/%ff",
          "/%c3%a9",
          "/a+b",
          "/%25",
          "/" + "k".repeat(1024),
          "/" + "k".repeat(1025),
          "/a%0d%0ab",
          "/;",
          "/:");
  private static final List<String> NAMES =
      List.of(
          "acl",
          "tagging",
          "policy",
          "versioning",
          "versions",
          "uploads",
          "uploadId",
          "partNumber",
          "versionId",
          "lifecycle",
          "cors",
          "encryption",
          "notification",
          "delete",
          "location",
          "list-type",
          "prefix",
          "delimiter",
          "marker",
          "start-after",
          "max-keys",
          "continuation-token",
          "encoding-type",
          "key-marker",
          "version-id-marker",
          "max-parts",
          "part-number-marker",
          "max-uploads",
          "upload-id-marker",
          "attributes",
          "website",
          "publicAccessBlock",
          "ownershipControls",
          "replication",
          "logging",
          "requestPayment",
          "accelerate",
          "torrent",
          "restore",
          "select",
          "object-lock",
          "response-content-type",
          "response-expires",
          "response-content-encoding",
          "X-Amz-Signature",
          "X-Amz-Credential",
          "X-Amz-Date",
          "X-Amz-Expires",
          "X-Amz-Algorithm",
          "fetch-owner",
          "%ff",
          "x");
  private static final List<String> HEADERS =
      List.of(
          "Range",
          "If-Match",
          "If-None-Match",
          "If-Modified-Since",
          "If-Unmodified-Since",
          "Content-MD5",
          "x-amz-content-sha256",
          "x-amz-decoded-content-length",
          "x-amz-trailer",
          "x-amz-checksum-crc32",
          "x-amz-checksum-sha256",
          "x-amz-checksum-crc64nvme",
          "x-amz-checksum-type",
          "x-amz-sdk-checksum-algorithm",
          "x-amz-checksum-algorithm",
          "x-amz-checksum-mode",
          "x-amz-copy-source",
          "x-amz-copy-source-range",
          "x-amz-copy-source-if-match",
          "x-amz-metadata-directive",
          "x-amz-tagging-directive",
          "x-amz-tagging",
          "x-amz-meta-a",
          "x-amz-acl",
          "x-amz-grant-read",
          "x-amz-storage-class",
          "x-amz-server-side-encryption",
          "x-amz-server-side-encryption-aws-kms-key-id",
          "x-amz-server-side-encryption-context",
          "x-amz-server-side-encryption-customer-algorithm",
          "x-amz-server-side-encryption-customer-key",
          "x-amz-server-side-encryption-customer-key-MD5",
          "x-amz-object-attributes",
          "x-amz-max-parts",
          "x-amz-part-number-marker",
          "x-amz-mp-object-size",
          "x-amz-expected-bucket-owner",
          "x-amz-bucket-object-lock-enabled",
          "Content-Encoding",
          "Content-Type",
          "Expires",
          "Authorization",
          "X-Amz-Date",
          "Expect",
          "Cache-Control");
  private static final List<String> VALUES =
      List.of(
          "",
          "1",
          "0",
          "-1",
          "2",
          "true",
          "url",
          "k",
          "/",
          "*",
          "\"*\"",
          "99999999999999999999",
          "bytes=0-1",
          "bytes=5-",
          "bytes=-0",
          "bytes=2-1",
          "bytes=0-1,3-4",
          "bytes=-",
          "Sat, 28 Nov 2026 17:00:00 GMT",
          "AAAAAA==",
          "AAAA",
          "AES256",
          "aws:kms",
          "aws:kms:dsse",
          "COPY",
          "REPLACE",
          "bucket/k",
          "/bucket/k",
          "bucket/none",
          "%ff",
          "%00",
          "%E9",
          "UNSIGNED-PAYLOAD",
          "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
          "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
          "CRC32",
          "CRC64NVME",
          "SHA256",
          "COMPOSITE",
          "FULL_OBJECT",
          "private",
          "public-read",
          "STANDARD",
          "ETag,ObjectParts",
          "aws-chunked",
          "gzip",
          "text/plain",
          "a=b&a=c",
          "e30=",
          "eyJhIjoxfQ==",
          "bnVsbA==",
          "100-continue",
          "AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/s3/aws4_request,"
              + " SignedHeaders=host, Signature=0",
          "AWS test:x",
          "20261123T000000Z",
          "x".repeat(3000));
  private static final List<String> BODIES =
      List.of(
          "",
          "mine",
          "4\r\nmine\r\n0\r\n\r\n",
          "<Tagging><TagSet><Tag><Key>k</Key><Value>v</Value></Tag></TagSet></Tagging>",
          "<Tagging><TagSet/></Tagging>",
          "<Delete><Object><Key>k</Key><VersionId>x</VersionId></Object></Delete>",
          "<Delete><Object><Key></Key></Object><Quiet>maybe</Quiet></Delete>",
          "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>x</ETag></Part>"
              + "</CompleteMultipartUpload>",
          "<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>",
          "<CreateBucketConfiguration><LocationConstraint>x</LocationConstraint>"
              + "</CreateBucketConfiguration>",
          "<AccessControlPolicy><AccessControlList/></AccessControlPolicy>",
          "{\"Version\":\"2012-10-17\",\"Statement\":[]}",
          "{}",
          "null");

  private S3RandomRequests() {}

  /** The bytes of one request, which asks to close the connection. */
  static String next(Random random) {
    String query =
        some(random, NAMES, 3)
            .map(name -> random.nextInt(3) == 0 ? name : name + "=" + escaped(any(random, VALUES)))
            .collect(Collectors.joining("&"));
    String headers =
        some(random, HEADERS, 4)
            .distinct()
            .map(name -> name + ": " + any(random, VALUES) + "\r\n")
            .collect(Collectors.joining());
    String method = any(random, METHODS);
    String body = method.equals("GET") || method.equals("HEAD") ? "" : any(random, BODIES);
    return "%s /%s%s%s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n%s"
        .formatted(
            method,
            any(random, BUCKETS),
            any(random, KEYS),
            query.isEmpty() ? "" : "?" + query,
            headers,
            body.length(),
            body);
  }

  private static Stream<String> some(Random random, List<String> all, int most) {
    return IntStream.range(0, random.nextInt(most + 1)).mapToObj(i -> any(random, all));
  }

  private static String any(Random random, List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static String escaped(String value) {
    return value.replace(" ", "%20").replace("\"", "%22").replace("&", "%26");
  }
}
