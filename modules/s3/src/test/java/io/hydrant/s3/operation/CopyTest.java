package io.hydrant.s3.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that are copied, with their headers and tags or with others. */
class CopyTest {
  @TempDir private Path root;

  private TestS3 s3;

  @BeforeEach
  void open() throws IOException {
    s3 = TestS3.withBucket(root, "bucket");
    s3.call("PUT", "bucket", "a b/é")
        .header("Content-Type", "text/plain")
        .header("x-amz-meta-team", "blue")
        .header("x-amz-tagging", "stage=test")
        .body("text")
        .send();
  }

  @AfterEach
  void close() throws IOException {
    s3.close();
  }

  private TestS3.Call copy(String source) {
    return s3.call("PUT", "bucket", "copy").header("x-amz-copy-source", source);
  }

  private String tag() {
    return s3.call("GET", "bucket", "copy").query("tagging").send().first("Value").orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bucket/a%20b/%C3%A9", "bucket/a b/é", "bucket%2Fa%20b%2F%C3%A9"})
  void a_source_is_named_as_clients_name_it(String source) {
    Answer copied = copy(source).send();
    assertThat(copied.status()).isEqualTo(200);
    assertThat(copied.first("ETag").orElseThrow()).contains("1cb251ec0d568de6a929b520c4aed8d1");
    assertThat(s3.get("bucket", "copy").text()).isEqualTo("text");
  }

  @Test
  void headers_and_tags_are_copied_unless_others_are_given() {
    copy("bucket/a b/é").header("x-amz-meta-team", "ignored").send();
    assertThat(s3.get("bucket", "copy").header("x-amz-meta-team")).isEqualTo("blue");
    assertThat(s3.get("bucket", "copy").header("Content-Type")).isEqualTo("text/plain");
    assertThat(tag()).isEqualTo("test");
  }

  @Test
  void the_directive_replace_takes_the_headers_of_the_request() {
    copy("bucket/a b/é")
        .header("x-amz-metadata-directive", "REPLACE")
        .header("x-amz-tagging-directive", "REPLACE")
        .header("x-amz-meta-team", "red")
        .header("x-amz-tagging", "stage=live")
        .send();
    assertThat(s3.get("bucket", "copy").header("x-amz-meta-team")).isEqualTo("red");
    assertThat(s3.get("bucket", "copy").header("Content-Type")).isEqualTo("binary/octet-stream");
    assertThat(tag()).isEqualTo("live");
  }

  @ParameterizedTest
  @CsvSource({
    "bucket/missing,NoSuchKey",
    "other-bucket/key,NoSuchBucket",
    "bucket,InvalidArgument",
    "bucket/,InvalidArgument",
    "bucket/a b/é?versionId=unknown,NoSuchVersion"
  })
  void a_source_that_is_missing_is_an_error(String source, String code) {
    assertThat(copy(source).send().code()).isEqualTo(code);
    assertThat(s3.get("bucket", "copy").code()).isEqualTo("NoSuchKey");
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-copy-source-if-match,\"other\"",
    "x-amz-copy-source-if-none-match,*",
    "x-amz-copy-source-if-modified-since,'Sat, 28 Nov 2026 12:00:00 GMT'",
    "x-amz-copy-source-if-unmodified-since,'Sat, 28 Nov 2026 11:00:00 GMT'"
  })
  void a_condition_on_the_source_that_does_not_hold_copies_nothing(String header, String value) {
    Answer refused = copy("bucket/a b/é").header(header, value).send();
    assertThat(refused.status()).isEqualTo(412);
    assertThat(s3.get("bucket", "copy").code()).isEqualTo("NoSuchKey");
  }

  @Test
  void a_copy_onto_itself_must_change_something() {
    TestS3.Call call =
        s3.call("PUT", "bucket", "a b/é").header("x-amz-copy-source", "bucket/a b/é");
    assertThat(call.send().code()).isEqualTo("InvalidRequest");
    assertThat(call.header("x-amz-metadata-directive", "REPLACE").send().status()).isEqualTo(200);
    assertThat(s3.get("bucket", "a b/é").text()).isEqualTo("text");
  }

  @Test
  void an_unknown_directive_is_refused() {
    assertThat(copy("bucket/a b/é").header("x-amz-metadata-directive", "MOVE").send().code())
        .isEqualTo("InvalidArgument");
  }

  @Test
  void an_older_version_is_copied_by_its_id() {
    VersioningTest.set(s3, "Enabled");
    s3.put("bucket", "a b/é", "newer");
    copy("bucket/a b/é?versionId=null").send();
    assertThat(s3.get("bucket", "copy").text()).isEqualTo("text");
  }
}
