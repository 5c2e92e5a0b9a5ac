package io.hydrant.acceptance;

import static io.hydrant.acceptance.S3Identities.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Signatures of S3 requests, in all their forms, on a node that verifies them. */
class S3SignaturesTest extends OneNode {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  @TempDir private static Path folder;

  @Override
  Map<String, Object> settings() {
    return S3Identities.settings(folder);
  }

  private URI object(String key) {
    return endpoint().resolve("/" + BUCKET + "/" + key);
  }

  private HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
    return HttpCalls.plain(request.build());
  }

  private String code(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = ask(request);
    return answer.body().contains("<Code>")
        ? answer.body().replaceAll("(?s).*<Code>(.*)</Code>.*", "$1")
        : Integer.toString(answer.statusCode());
  }

  private S3Presigner presigner() {
    return S3Presigner.builder()
        .endpointOverride(endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(ALICE.accessKeyId(), ALICE.secret())))
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .build();
  }

  @Test
  void a_presigned_address_of_the_sdk_reads_and_writes() throws Exception {
    try (S3Presigner presigner = presigner()) {
      String put =
          presigner
              .presignPutObject(
                  r ->
                      r.signatureDuration(MINUTE)
                          .putObjectRequest(p -> p.bucket(BUCKET).key("a b/é+1")))
              .url()
              .toString();
      assertThat(
              code(
                  HttpRequest.newBuilder(URI.create(put))
                      .PUT(HttpRequest.BodyPublishers.ofString("presigned"))))
          .isEqualTo("200");
      String get =
          presigner
              .presignGetObject(
                  r ->
                      r.signatureDuration(MINUTE)
                          .getObjectRequest(
                              p -> p.bucket(BUCKET).key("a b/é+1").responseContentType("text/x")))
              .url()
              .toString();
      HttpResponse<String> answer = ask(HttpRequest.newBuilder(URI.create(get)));
      assertThat(answer.body()).isEqualTo("presigned");
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/x");
      assertThat(code(HttpRequest.newBuilder(URI.create(get.replace("text%2Fx", "text%2Fy")))))
          .isEqualTo("SignatureDoesNotMatch");
      assertThat(code(HttpRequest.newBuilder(URI.create(get)).header("x-amz-acl", "private")))
          .isEqualTo("AccessDenied");
      assertThat(code(HttpRequest.newBuilder(URI.create(get)).DELETE()))
          .isEqualTo("SignatureDoesNotMatch");
      assertThat(code(HttpRequest.newBuilder(URI.create(get)).header("Authorization", "AWS a:b")))
          .isEqualTo("InvalidArgument");
    }
  }

  @Test
  void a_presigned_address_of_version_2_reads() throws Exception {
    s3.putObject(r -> r.bucket(BUCKET).key("second"), RequestBody.fromString("of version 2"));
    String expires = Long.toString(Instant.now().plus(MINUTE).getEpochSecond());
    String signature = ALICE.signVersion2("GET\n\n\n" + expires + "\n/" + BUCKET + "/second");
    String address =
        object("second")
            + "?AWSAccessKeyId=AKIAALICE&Expires="
            + expires
            + "&Signature="
            + signature.replace("+", "%2B").replace("=", "%3D");
    assertThat(ask(HttpRequest.newBuilder(URI.create(address))).body()).isEqualTo("of version 2");
    assertThat(code(HttpRequest.newBuilder(URI.create(address.replace("/second?", "/other?")))))
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(code(HttpRequest.newBuilder(URI.create(address + "&versionId=null"))))
        .isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void a_signature_without_the_header_of_the_bodys_hash_is_refused() throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(object("hash"))
            .header("x-amz-date", S3Signer.now())
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAALICE/"
                    + S3Signer.scope(S3Signer.now())
                    + ", SignedHeaders=host;x-amz-date, Signature="
                    + "0".repeat(64));
    assertThat(ask(request).body())
        .contains("<Code>InvalidRequest</Code>")
        .contains("Missing required header for this request: x-amz-content-sha256");
  }

  @Test
  void a_header_of_version_2_is_verified() throws Exception {
    s3.putObject(r -> r.bucket(BUCKET).key("second-header"), RequestBody.fromString("x"));
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
    String signature =
        ALICE.signVersion2("GET\n\n\n\nx-amz-date:" + date + "\n/" + BUCKET + "/second-header");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(object("second-header")).header("x-amz-date", date);
    assertThat(code(request.copy().header("Authorization", "AWS AKIAALICE:" + signature)))
        .isEqualTo("200");
    assertThat(code(request.copy().header("Authorization", "AWS AKIAALICE:AAAA" + signature)))
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(code(request.copy().header("Authorization", "AWS AKIABOB:" + signature)))
        .isEqualTo("SignatureDoesNotMatch");
  }

  private HttpRequest.Builder chunked(String key, String first, String second, String sent) {
    S3Signer.Signed head =
        ALICE.head(
            "PUT",
            object(key),
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
            "content-encoding",
            "aws-chunked",
            "x-amz-decoded-content-length",
            Integer.toString(first.length() + second.length()));
    StringBuilder body = new StringBuilder();
    String previous = head.signature();
    for (String chunk : new String[] {first, second, ""}) {
      previous = ALICE.chunk(head.date(), previous, chunk);
      body.append(Integer.toHexString(chunk.length()))
          .append(";chunk-signature=")
          .append(previous)
          .append("\r\n")
          .append(chunk.equals(second) ? sent : chunk)
          .append("\r\n");
    }
    return head.request().PUT(HttpRequest.BodyPublishers.ofString(body.toString()));
  }

  @Test
  void signed_chunks_are_stored_and_changed_ones_are_not() throws Exception {
    assertThat(code(chunked("chunks", "first ", "second", "second"))).isEqualTo("200");
    assertThat(s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("chunks")).asUtf8String())
        .isEqualTo("first second");
    assertThat(code(chunked("changed", "first ", "second", "secant")))
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(code(HttpRequest.newBuilder(object("changed")))).isEqualTo("AccessDenied");
    assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET).prefix("changed")).contents()).isEmpty();
  }

  @Test
  void a_trailing_checksum_is_verified() throws Exception {
    for (String[] row : new String[][] {{"yZRlqg==", "BadDigest"}, {"DUoRhQ==", "200"}}) {
      S3Signer.Signed head =
          ALICE.head(
              "PUT",
              object("trailer"),
              "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
              "content-encoding",
              "aws-chunked",
              "x-amz-decoded-content-length",
              "11",
              "x-amz-trailer",
              "x-amz-checksum-crc32");
      assertThat(
              code(
                  head.request()
                      .PUT(
                          HttpRequest.BodyPublishers.ofString(
                              "b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:"
                                  + row[0]
                                  + "\r\n\r\n"))))
          .isEqualTo(row[1]);
    }
  }

  @Test
  void a_body_that_is_not_what_was_signed_is_refused() throws Exception {
    String hash = S3Signer.hash("signed".getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder head = ALICE.head("PUT", object("hashed"), hash).request();
    assertThat(code(head.copy().PUT(HttpRequest.BodyPublishers.ofString("sign3d"))))
        .isEqualTo("XAmzContentSHA256Mismatch");
    assertThat(code(head.copy().PUT(HttpRequest.BodyPublishers.ofString("signed"))))
        .isEqualTo("200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer token", "Basic YTpi", "AWS4-ECDSA-P256-SHA256 x", "x"})
  void other_kinds_of_authorization_are_refused(String header) throws Exception {
    assertThat(code(HttpRequest.newBuilder(object("k")).header("Authorization", header)))
        .isEqualTo("InvalidArgument");
  }

  @Test
  void those_who_are_not_known_or_not_named_are_refused() throws Exception {
    S3Signer unknown = new S3Signer("AKIANOBODY", "x");
    assertThat(code(unknown.head("GET", object("k"), S3Signer.EMPTY_HASH).request()))
        .isEqualTo("InvalidAccessKeyId");
    S3Signer guessed = new S3Signer("AKIAALICE", "x");
    assertThat(code(guessed.head("GET", object("k"), S3Signer.EMPTY_HASH).request()))
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(
            code(
                ALICE
                    .head(
                        "GET",
                        object("k"),
                        S3Signer.EMPTY_HASH,
                        "x-amz-security-token",
                        "hydrant-guessed")
                    .request()))
        .isEqualTo("InvalidToken");
    assertThat(code(HttpRequest.newBuilder(object("k")))).isEqualTo("AccessDenied");
    assertThat(code(HttpRequest.newBuilder(endpoint().resolve("/no-bucket/k"))))
        .isEqualTo("NoSuchBucket");
  }
}
