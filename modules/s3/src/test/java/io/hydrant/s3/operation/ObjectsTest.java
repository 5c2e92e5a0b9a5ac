package io.hydrant.s3.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that are put, read under conditions and in ranges, and deleted. */
class ObjectsTest {
  @TempDir private Path root;

  private TestS3 s3;

  @BeforeEach
  void open() throws IOException {
    s3 = TestS3.withBucket(root, "bucket");
  }

  @AfterEach
  void close() throws IOException {
    s3.close();
  }

  private Answer read(String... headers) {
    TestS3.Call call = s3.call("GET", "bucket", "key");
    for (int at = 0; at < headers.length; at += 2) {
      call.header(headers[at], headers[at + 1]);
    }
    return call.send();
  }

  private Answer write(String... headers) {
    TestS3.Call call = s3.call("PUT", "bucket", "key").body("text");
    for (int at = 0; at < headers.length; at += 2) {
      call.header(headers[at], headers[at + 1]);
    }
    return call.send();
  }

  @Test
  void an_object_comes_back_with_its_bytes_and_headers() {
    write(
        "Content-Type", "text/plain",
        "Content-Encoding", "aws-chunked,gzip",
        "Cache-Control", "no-store",
        "Content-Disposition", "inline",
        "Content-Language", "de",
        "Expires", "never",
        "x-amz-meta-Team", "blue",
        "x-amz-tagging", "a=1&b=2");
    Answer read = read();
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.text()).isEqualTo("text");
    assertThat(read.header("ETag")).isEqualTo("\"1cb251ec0d568de6a929b520c4aed8d1\"");
    assertThat(read.header("Content-Type")).isEqualTo("text/plain");
    assertThat(read.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(read.header("Cache-Control")).isEqualTo("no-store");
    assertThat(read.header("Content-Disposition")).isEqualTo("inline");
    assertThat(read.header("Content-Language")).isEqualTo("de");
    assertThat(read.header("Expires")).isEqualTo("never");
    assertThat(read.header("x-amz-meta-team")).isEqualTo("blue");
    assertThat(read.header("x-amz-tagging-count")).isEqualTo("2");
    assertThat(read.header("Last-Modified")).isEqualTo("Sat, 28 Nov 2026 12:00:00 GMT");
  }

  @Test
  void head_tells_the_headers_without_the_bytes() {
    write();
    Answer head = s3.call("HEAD", "bucket", "key").send();
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.text()).isEmpty();
    assertThat(head.header("ETag")).isEqualTo(read().header("ETag"));
    assertThat(s3.call("HEAD", "bucket", "other").send()).extracting(Answer::status).isEqualTo(404);
    assertThat(s3.call("HEAD", "bucket", "other").send().text()).isEmpty();
  }

  @Test
  void response_parameters_replace_headers_of_the_answer() {
    write("Content-Type", "text/plain");
    assertThat(
            s3.call("GET", "bucket", "key")
                .query("response-content-type", "text/csv")
                .send()
                .header("Content-Type"))
        .isEqualTo("text/csv");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0,206,0",
    "bytes=2-4,206,234",
    "bytes=8-,206,89",
    "bytes=-3,206,789",
    "bytes=-20,206,0123456789",
    "bytes=5-100,206,56789",
    "bytes=1-9223372036854775807,206,123456789",
    "bytes=-99999999999999999999,206,0123456789",
    "bytes=4-2,200,0123456789",
    "'bytes=0-1,3-4',200,0123456789",
    "lines=0-1,200,0123456789"
  })
  void a_range_gives_its_bytes_and_what_is_no_single_range_gives_all(
      String range, int status, String text) {
    s3.put("bucket", "key", "0123456789");
    Answer read = read("Range", range);
    assertThat(read.status()).isEqualTo(status);
    assertThat(read.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0", "bytes=99999999999999999999-"})
  void a_range_behind_the_end_is_not_satisfiable(String range) {
    s3.put("bucket", "key", "0123456789");
    Answer read = read("Range", range);
    assertThat(read.status()).isEqualTo(416);
    assertThat(read.code()).isEqualTo("InvalidRange");
  }

  @Test
  void a_range_of_a_changed_object_is_not_sent() {
    s3.put("bucket", "key", "0123456789");
    String tag = read().header("ETag");
    assertThat(read("Range", "bytes=0-1", "If-Range", tag).text()).isEqualTo("01");
    assertThat(read("Range", "bytes=0-1", "If-Range", "\"other\"").text()).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource({
    "If-Match,\"1cb251ec0d568de6a929b520c4aed8d1\",200",
    "If-Match,*,200",
    "If-Match,\"other\",412",
    "If-None-Match,\"other\",200",
    "If-None-Match,W/\"1cb251ec0d568de6a929b520c4aed8d1\",304",
    "If-None-Match,*,304",
    "If-Modified-Since,'Sat, 28 Nov 2026 11:59:59 GMT',200",
    "If-Modified-Since,'Sat, 28 Nov 2026 12:00:00 GMT',304",
    "If-Modified-Since,no date,200",
    "If-Unmodified-Since,'Sat, 28 Nov 2026 12:00:00 GMT',200",
    "If-Unmodified-Since,'Sat, 28 Nov 2026 11:59:59 GMT',412"
  })
  void a_read_has_conditions(String header, String value, int status) {
    write();
    assertThat(read(header, value).status()).isEqualTo(status);
  }

  @Test
  void a_write_can_require_that_there_is_no_object() {
    assertThat(write("If-None-Match", "*").status()).isEqualTo(200);
    Answer refused = write("If-None-Match", "*");
    assertThat(refused.status()).isEqualTo(412);
    assertThat(refused.code()).isEqualTo("PreconditionFailed");
  }

  @Test
  void a_write_can_require_the_object_that_the_client_knows() {
    assertThat(write("If-Match", "\"x\"").code()).isEqualTo("NoSuchKey");
    String tag = write().header("ETag");
    assertThat(write("If-Match", "\"x\"").code()).isEqualTo("PreconditionFailed");
    assertThat(write("If-Match", tag).status()).isEqualTo(200);
    assertThat(write("If-None-Match", "\"x\"").code()).isEqualTo("NotImplemented");
  }

  @Test
  void a_delete_can_require_the_object_that_the_client_knows() {
    String tag = write().header("ETag");
    assertThat(s3.call("DELETE", "bucket", "key").header("If-Match", "\"x\"").send().code())
        .isEqualTo("PreconditionFailed");
    assertThat(s3.call("DELETE", "bucket", "key").header("If-Match", tag).send().status())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "Content-MD5,CY9rzUYh03PK3k6DJie09g==,BadDigest",
    "Content-MD5,short,InvalidDigest",
    "x-amz-checksum-crc32,AAAAAA==,BadDigest",
    "x-amz-checksum-crc32,AAAA,InvalidRequest",
    "x-amz-checksum-md4,AAAA,InvalidRequest",
    "x-amz-sdk-checksum-algorithm,MD4,InvalidRequest",
    "x-amz-storage-class,TAPE,InvalidStorageClass",
    "x-amz-tagging,a=1&a=2,InvalidTag",
    "x-amz-tagging,%zz=1,InvalidArgument",
    "x-amz-acl,public-read,AccessControlListNotSupported",
    "x-amz-acl,unknown,InvalidArgument",
    "x-amz-grant-read,id=1,AccessControlListNotSupported",
    "x-amz-object-lock-mode,GOVERNANCE,NotImplemented"
  })
  void a_header_that_cannot_be_followed_is_refused_and_nothing_is_stored(
      String header, String value, String code) {
    assertThat(write(header, value).code()).isEqualTo(code);
    assertThat(read().code()).isEqualTo("NoSuchKey");
    assertThat(root.resolve("bucket")).isEmptyDirectory();
  }

  @Test
  void user_metadata_has_at_most_2_kb() {
    assertThat(write("x-amz-meta-a", "x".repeat(2047)).status()).isEqualTo(200);
    assertThat(write("x-amz-meta-a", "x".repeat(2048)).code()).isEqualTo("MetadataTooLarge");
  }

  @Test
  void a_key_has_at_most_1024_bytes_of_utf8() {
    assertThat(s3.put("bucket", "é".repeat(512), "text").status()).isEqualTo(200);
    assertThat(s3.get("bucket", "é".repeat(512)).text()).isEqualTo("text");
    Answer refused = s3.put("bucket", "é".repeat(512) + "x", "text");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("KeyTooLongError");
  }

  @Test
  void an_object_has_at_most_10_tags() {
    assertThat(write("x-amz-tagging", "a=&b=&c=&d=&e=&f=&g=&h=&i=&j=").status()).isEqualTo(200);
    assertThat(write("x-amz-tagging", "a=&b=&c=&d=&e=&f=&g=&h=&i=&j=&k=").code())
        .isEqualTo("BadRequest");
  }

  @Test
  void a_key_that_names_a_folder_above_stays_in_its_bucket() {
    s3.call("PUT", "other").send();
    for (String key : List.of("../other/x", "..", ".", "/x", "a//b", "a/../b", "%2e%2e/x")) {
      assertThat(s3.put("bucket", key, "text").status()).isEqualTo(200);
      assertThat(s3.get("bucket", key).text()).isEqualTo("text");
    }
    assertThat(s3.call("GET", "other").send().all("Key")).isEmpty();
    assertThat(root.resolve("other")).isEmptyDirectory();
    assertThat(s3.call("GET", "bucket").send().all("Key")).hasSize(7);
  }

  @Test
  void many_objects_are_deleted_each_by_itself() {
    s3.put("bucket", "a", "text");
    s3.put("bucket", "b", "text");
    Answer deleted =
        delete(
            "<Delete><Object><Key>a</Key></Object><Object><Key>missing</Key></Object>"
                + "<Object><Key>b</Key><ETag>wrong</ETag></Object></Delete>");
    assertThat(deleted.all("Key")).containsExactly("a", "missing", "b");
    assertThat(deleted.code()).isEqualTo("PreconditionFailed");
    assertThat(s3.call("GET", "bucket").send().all("Key")).containsExactly("b");
  }

  @Test
  void a_quiet_delete_tells_errors_alone() {
    s3.put("bucket", "a", "text");
    Answer deleted = delete("<Delete><Quiet>true</Quiet><Object><Key>a</Key></Object></Delete>");
    assertThat(deleted.all("Key")).isEmpty();
    assertThat(s3.call("GET", "bucket").send().all("Key")).isEmpty();
  }

  @Test
  void a_malformed_list_deletes_nothing() {
    s3.put("bucket", "a", "text");
    String object = "<Object><Key>a</Key></Object>";
    for (String document :
        List.of(
            "<Delete/>",
            "<Delete>" + object + "<Object/></Delete>",
            "<Delete>" + object.repeat(1001) + "</Delete>",
            "<Delete>" + object)) {
      assertThat(delete(document).code()).isEqualTo("MalformedXML");
    }
    Answer wrongChecksum =
        s3.call("POST", "bucket")
            .query("delete")
            .header("x-amz-checksum-crc32", "AAAAAA==")
            .body("<Delete>" + object + "</Delete>")
            .send();
    assertThat(wrongChecksum.code()).isEqualTo("BadDigest");
    assertThat(s3.get("bucket", "a").text()).isEqualTo("text");
  }

  private Answer delete(String document) {
    return s3.call("POST", "bucket").query("delete").body(document).send();
  }

  @Test
  void a_deleted_object_is_missing_and_can_be_deleted_again() {
    write();
    assertThat(s3.call("DELETE", "bucket", "key").send().status()).isEqualTo(204);
    assertThat(read().code()).isEqualTo("NoSuchKey");
    assertThat(s3.call("DELETE", "bucket", "key").send().status()).isEqualTo(204);
  }

  @Test
  void a_time_of_the_nodes_clock_is_the_time_of_the_object() {
    s3.pass(Duration.ofHours(1));
    write();
    assertThat(s3.call("GET", "bucket").send().first("LastModified").map(Instant::parse))
        .contains(TestS3.BEGIN.plus(Duration.ofHours(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad", "AAAA", "!!"})
  void a_text_that_is_no_token_of_a_listing_is_refused(String token) {
    assertThat(
            s3.call("GET", "bucket")
                .query("list-type", "2")
                .query("continuation-token", token)
                .send()
                .code())
        .isEqualTo("InvalidArgument");
  }
}
