package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Requests to the embedded S3 that only a careless or a hostile client sends. */
class S3HostileClientsTest extends OneNode {
  private static final String CHUNKED =
      "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\ncontent-encoding: aws-chunked\r\n";

  /** After each of them the node is well, and has stored nothing but what it acknowledged. */
  @AfterEach
  void nothingIsLeft() throws Exception {
    assertThat(http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/ready"))).statusCode())
        .isEqualTo(200);
    for (String key : keys()) {
      s3.deleteObject(r -> r.bucket(BUCKET).key(key));
    }
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(contents()).isEmpty());
    assertThat(s3.listBuckets().buckets()).hasSize(1);
  }

  private List<String> keys() {
    return s3.listObjectsV2(r -> r.bucket(BUCKET)).contents().stream().map(S3Object::key).toList();
  }

  private List<String> contents() throws IOException {
    return S3Folder.files(dataFolder());
  }

  private RawAnswer raw(String head, String body) throws IOException {
    return RawAnswer.to(endpoint(), head + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + body);
  }

  private RawAnswer put(String path, String headers, String body) throws IOException {
    return raw(
        "PUT " + path + " HTTP/1.1",
        headers + "Content-Length: " + body.length() + "\r\n\r\n" + body);
  }

  /** A path is no way: its dots and slashes are characters of the key. */
  @ParameterizedTest
  @CsvSource({
    "/bucket/../other/y, ../other/y",
    "/bucket/./y, ./y",
    "/bucket//y, /y",
    "/bucket/a/%2e%2e/y, a/../y",
    "/bucket/%2e%2e%2f%2e%2e%2froot.key, ../../root.key",
    "/bucket/..%2f..%2f..%2fetc%2fpasswd, ../../../etc/passwd",
    "/bucket/..%5cy, ..\\y",
    "/bucket/.hydrant/format.json, .hydrant/format.json",
    "/bucket/a;b, a;b",
    "/bucket/%252e%252e/y, %2e%2e/y"
  })
  void a_path_stays_in_its_bucket(String path, String key) throws Exception {
    assertThat(put(path, "", "mine").status()).isEqualTo(200);
    assertThat(keys()).containsExactly(key);
    assertThat(raw("GET " + path + " HTTP/1.1", "\r\n").body()).isEqualTo("mine");
    try (Stream<Path> around = Files.list(dataFolder())) {
      assertThat(around).doesNotContain(dataFolder().resolve("y"), dataFolder().resolve("other"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/..%2fbucket/k, InvalidBucketName",
    "/../bucket/k, InvalidBucketName",
    "/.hydrant/k, InvalidBucketName",
    "/bucket%2fk/x, InvalidBucketName",
    "/bucket%00/k, InvalidBucketName",
    "/BUCKET/k, InvalidBucketName",
    "/bucket/%ff, InvalidURI",
    "/bucket/a%c3, InvalidURI",
    "/bucket/%ed%a0%80, InvalidURI",
    "/none/k, NoSuchBucket"
  })
  void what_names_no_object_is_refused(String path, String code) throws Exception {
    RawAnswer answer = put(path, "", "mine");
    assertThat(answer.code()).as(answer.body()).isEqualTo(code);
    assertThat(answer.header("Content-Type")).startsWith("application/xml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "%01x", "a%0d%0ab", "%7f", "%ef%bf%bf", "%e2%80%ae"})
  void a_character_that_shows_nothing_is_one_of_the_key(String encoded) throws Exception {
    assertThat(put("/bucket/" + encoded, "", "mine").status()).isEqualTo(200);
    assertThat(raw("GET /bucket/" + encoded + " HTTP/1.1", "\r\n").body()).isEqualTo("mine");
    assertThat(raw("GET /bucket?encoding-type=url HTTP/1.1", "\r\n").body())
        .containsIgnoringCase("<Key>" + encoded + "</Key>");
    assertThat(raw("DELETE /bucket/" + encoded + " HTTP/1.1", "\r\n").status()).isEqualTo(204);
  }

  @Test
  void what_is_too_long_is_refused() throws Exception {
    assertThat(put("/bucket/" + "k".repeat(1025), "", "x").code()).isEqualTo("KeyTooLongError");
    assertThat(put("/bucket/" + "%C3%A9".repeat(513), "", "x").code()).isEqualTo("KeyTooLongError");
    assertThat(put("/bucket/" + "a/".repeat(600), "", "x").code()).isEqualTo("KeyTooLongError");
    assertThat(put("/" + "b".repeat(64) + "/k", "", "x").code()).isEqualTo("InvalidBucketName");
    assertThat(put("/bucket/" + "a/".repeat(512), "", "x").isSuccess()).isTrue();
    assertThat(put("/bucket/k", "x-amz-meta-m: " + "m".repeat(2048) + "\r\n", "x").code())
        .isEqualTo("MetadataTooLarge");
    assertThat(put("/bucket/k", "x-amz-tagging: " + "k".repeat(129) + "=v\r\n", "x").code())
        .isEqualTo("InvalidTag");
    assertThat(put("/bucket/k", "x-amz-tagging: k=" + "v".repeat(257) + "\r\n", "x").code())
        .isEqualTo("InvalidTag");
    String tags = String.join("&", IntStream.range(0, 11).mapToObj(i -> "k" + i).toList());
    assertThat(put("/bucket/k", "x-amz-tagging: " + tags + "\r\n", "x").code())
        .isEqualTo("BadRequest");
    assertThat(raw("GET /bucket?max-keys=99999999999 HTTP/1.1", "\r\n").code())
        .isEqualTo("InvalidArgument");
    assertThat(raw("GET /bucket?max-keys=-1 HTTP/1.1", "\r\n").code()).isEqualTo("InvalidArgument");
    assertThat(put("/bucket/k?partNumber=10001&uploadId=u", "", "x").code())
        .isEqualTo("InvalidArgument");
    assertThat(put("/bucket/k?partNumber=0&uploadId=u", "", "x").code())
        .isEqualTo("InvalidArgument");
  }

  /** What a chunked body says of itself must be so; else nothing of it is stored. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "4, 4~mine~0~x-amz-checksum-crc32:AAAAAA==~~, BadDigest",
        "4, 4~mine~0~x-amz-checksum-crc32:nothing~~, -",
        "4, 4~mine~0~no colon~~, -",
        "9, 4~mine~0~~, IncompleteBody",
        "3, 4~mine~0~~, IncompleteBody",
        "4, 4~mine~, IncompleteBody",
        "4, 4~min, IncompleteBody",
        "4, 5~mine~0~~, IncompleteBody",
        "4, fffffffffffffff~mine~0~~, IncompleteBody",
        "4, 9999999999999999999~mine~0~~, IncompleteBody",
        "4, -4~mine~0~~, IncompleteBody",
        "4, zz~mine~0~~, IncompleteBody",
        "4, 4~mine~0~~more, IncompleteBody",
        "many, 4~mine~0~~, MissingContentLength",
        "-1, 4~mine~0~~, MissingContentLength",
        "99999999999999999, 4~mine~0~~, -"
      })
  void a_chunked_body_that_is_not_what_it_says_stores_nothing(
      String length, String body, String code) throws Exception {
    RawAnswer answer =
        put(
            "/bucket/k",
            CHUNKED
                + "x-amz-trailer: x-amz-checksum-crc32\r\nx-amz-decoded-content-length: "
                + length
                + "\r\n",
            body.replace("~", "\r\n"));
    assertThat(answer.status()).as(answer.body()).isBetween(400, 411);
    if (code != null) {
      assertThat(answer.code()).as(answer.body()).isEqualTo(code);
    }
    assertThat(keys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-amz-content-sha256: nothing",
        "x-amz-content-sha256: 0000000000000000000000000000000000000000000000000000000000000000",
        "Content-MD5: nothing",
        "Content-MD5: AAAAAAAAAAAAAAAAAAAAAA==",
        "x-amz-checksum-crc32: nothing",
        "x-amz-checksum-sha256: AAAA",
        "x-amz-sdk-checksum-algorithm: NOTHING",
        "x-amz-checksum-crc32: AAAAAA==~x-amz-checksum-sha1: AAAA",
        "x-amz-storage-class: NOTHING",
        "x-amz-server-side-encryption: nothing",
        "x-amz-server-side-encryption: aws:kms~" + "x-amz-server-side-encryption-context: nothing",
        "x-amz-server-side-encryption-customer-algorithm: AES256",
        "x-amz-server-side-encryption-customer-algorithm: AES256~"
            + "x-amz-server-side-encryption-customer-key: AAAA~"
            + "x-amz-server-side-encryption-customer-key-MD5: AAAA",
        "x-amz-tagging: %zz",
        "x-amz-copy-source: nothing",
        "x-amz-copy-source: /../../etc/passwd",
        "x-amz-copy-source: bucket/%zz",
        "x-amz-acl: nothing",
        "Authorization: nothing",
        "Authorization: AWS4-HMAC-SHA256 Credential=//////"
      })
  void a_header_that_says_nothing_right_stores_nothing(String header) throws Exception {
    RawAnswer answer = put("/bucket/k", header.replace("~", "\r\n") + "\r\n", "mine");
    assertThat(answer.status()).as(answer.body()).isBetween(400, 404);
    assertThat(answer.code()).isNotEmpty();
    assertThat(keys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PUT /bucket/half HTTP/1.1\r\nContent-Length: 1000000\r\n",
        "PUT /bucket/half HTTP/1.1\r\nTransfer-Encoding: chunked\r\n"
            + "x-amz-decoded-content-length: 900000\r\n"
            + CHUNKED,
        "PUT /bucket/half HTTP/1.1\r\nContent-Length: 1000000\r\n"
            + "x-amz-decoded-content-length: 900000\r\n"
            + CHUNKED
      })
  void an_upload_that_ends_half_way_stores_nothing(String head) throws Exception {
    try (RawConnection connection = new RawConnection(endpoint())) {
      connection.send(head + "Host: 127.0.0.1\r\n\r\n" + "f0000\r\n" + "x".repeat(100_000));
      await().atMost(PATIENCE).until(() -> !contents().isEmpty());
    }
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(contents()).isEmpty());
    assertThat(keys()).isEmpty();
  }

  @Test
  void no_parameter_writes_a_header_of_its_own() throws Exception {
    put("/bucket/k", "", "mine");
    RawAnswer answer =
        raw(
            "GET /bucket/k?response-content-disposition=a%0d%0aX-Evil:%201"
                + "&response-content-type=b%0d%0aX-Evil:%201"
                + "&response-cache-control=c%0aX-Evil:%201 HTTP/1.1",
            "\r\n");
    assertThat(answer.status()).isLessThan(500);
    assertThat(answer.header("X-Evil")).isEmpty();
  }

  @Test
  void an_error_repeats_no_markup() throws Exception {
    RawAnswer answer = raw("GET /bucket/%3Cscript%3E%26?versionId=%3Cb%3E HTTP/1.1", "\r\n");
    assertThat(answer.status()).isBetween(400, 404);
    assertThat(answer.body()).doesNotContain("<script>", "<b>");
    assertThat(answer.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(4096);
  }
}
