package io.hydrant.s3.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.s3.error.S3Error;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Buckets, their names and regions, and requests that name none or no operation. */
class BucketsTest {
  @TempDir private Path root;

  private TestS3 s3;

  @BeforeEach
  void open() throws IOException {
    s3 = new TestS3(root);
  }

  @AfterEach
  void close() throws IOException {
    s3.close();
  }

  private static String constraint(String region) {
    return "<CreateBucketConfiguration><LocationConstraint>"
        + region
        + "</LocationConstraint></CreateBucketConfiguration>";
  }

  @Test
  void buckets_are_created_listed_found_and_deleted() {
    Answer created = s3.call("PUT", "bucket-b").send();
    assertThat(created.header("Location")).isEqualTo("/bucket-b");
    s3.call("PUT", "bucket-a").send();
    assertThat(s3.call("GET").send().all("Name")).containsExactly("bucket-a", "bucket-b");
    assertThat(s3.call("HEAD", "bucket-a").send().status()).isEqualTo(200);
    assertThat(s3.call("DELETE", "bucket-a").send().status()).isEqualTo(204);
    assertThat(s3.call("HEAD", "bucket-a").send().status()).isEqualTo(404);
    assertThat(s3.call("GET", "bucket-a").send().code()).isEqualTo("NoSuchBucket");
    assertThat(s3.call("GET").send().all("Name")).containsExactly("bucket-b");
  }

  @Test
  void buckets_are_listed_in_pages() {
    List.of("aaa", "bbb", "ccc").forEach(name -> s3.call("PUT", name).send());
    Answer first = s3.call("GET").query("max-buckets", "2").send();
    assertThat(first.all("Name")).containsExactly("aaa", "bbb");
    Answer second =
        s3.call("GET")
            .query("continuation-token", first.first("ContinuationToken").orElseThrow())
            .send();
    assertThat(second.all("Name")).containsExactly("ccc");
    assertThat(second.first("ContinuationToken")).isEmpty();
  }

  @Test
  void a_region_is_told_and_us_east_1_is_told_as_nothing() {
    s3.call("PUT", "here").send();
    s3.call("PUT", "there").body(constraint("eu-central-1")).send();
    s3.call("PUT", "old").body(constraint("EU")).send();
    assertThat(s3.call("GET", "here").query("location").send().all("LocationConstraint"))
        .containsExactly("");
    assertThat(s3.call("GET", "there").query("location").send().all("LocationConstraint"))
        .containsExactly("eu-central-1");
    assertThat(s3.call("HEAD", "old").send().header("x-amz-bucket-region")).isEqualTo("eu-west-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-east-1", "nowhere", "../x"})
  void a_region_that_is_none_is_refused(String region) {
    assertThat(s3.call("PUT", "bucket").body(constraint(region)).send().code())
        .isEqualTo("InvalidLocationConstraint");
  }

  @Test
  void a_bucket_is_created_again_in_us_east_1_alone() {
    s3.call("PUT", "here").send();
    s3.put("here", "key", "text");
    assertThat(s3.call("PUT", "here").send().status()).isEqualTo(200);
    assertThat(s3.get("here", "key").text()).isEqualTo("text");
    s3.call("PUT", "there").body(constraint("eu-central-1")).send();
    assertThat(s3.call("PUT", "there").body(constraint("eu-central-1")).send().code())
        .isEqualTo("BucketAlreadyOwnedByYou");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab",
        "Upper",
        "a_b",
        "-abc",
        "abc-",
        "a..b",
        "192.168.1.1",
        "xn--abc",
        "abc-s3alias",
        ".hydrant",
        "..",
        "a/b"
      })
  void a_name_that_no_bucket_can_have_is_refused(String name) {
    assertThat(s3.call("PUT", name).send().code()).isEqualTo("InvalidBucketName");
    assertThat(s3.get(name, "key").code()).isEqualTo("InvalidBucketName");
  }

  @Test
  void a_bucket_with_objects_is_not_deleted() {
    s3.call("PUT", "bucket").send();
    s3.put("bucket", "key", "text");
    Answer refused = s3.call("DELETE", "bucket").send();
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("BucketNotEmpty");
  }

  @Test
  void a_bucket_that_is_deleted_during_an_upload_is_missing_for_it() {
    s3.call("PUT", "bucket").send();
    assertThat(
            s3.call("PUT", "bucket", "key")
                .body("text")
                .sendAfter(() -> s3.call("DELETE", "bucket").send())
                .code())
        .isEqualTo("NoSuchBucket");
  }

  @ParameterizedTest
  @CsvSource({
    "No space left on device,ServiceUnavailable",
    "/s3/x: Disk quota exceeded,ServiceUnavailable",
    "There is not enough space on the disk,ServiceUnavailable",
    "Input/output error,"
  })
  void a_full_disk_is_an_error_that_clients_repeat(String message, String code) {
    assertThat(StorageFailures.error(new IOException(message)).map(S3Error::code).orElse(null))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"POST,MethodNotAllowed", "PATCH,MethodNotAllowed"})
  void a_method_that_means_nothing_is_not_allowed(String method, String code) {
    s3.call("PUT", "bucket").send();
    assertThat(s3.call(method).send().code()).isEqualTo(code);
    assertThat(s3.call(method, "bucket").send().code()).isEqualTo(code);
    assertThat(s3.call(method, "bucket", "key").send().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inventory", "metrics", "select", "torrent"})
  void what_is_not_implemented_is_said(String name) {
    s3.call("PUT", "bucket").send();
    Answer answer = s3.call("GET", "bucket").query(name).send();
    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.code()).isEqualTo("NotImplemented");
  }

  @Test
  void an_error_names_the_resource_and_the_request() {
    Answer answer = s3.get("missing-bucket", "a&b");
    assertThat(answer.first("Resource")).contains("/missing-bucket/a&amp;b");
    assertThat(answer.first("RequestId")).contains("REQUEST");
    assertThat(answer.first("BucketName")).contains("missing-bucket");
    assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
  }

  @ParameterizedTest
  @CsvSource({"max-keys,x", "max-keys,-1", "max-keys,99999999999", "encoding-type,base64"})
  void a_parameter_of_a_listing_that_makes_no_sense_is_refused(String name, String value) {
    s3.call("PUT", "bucket").send();
    assertThat(s3.call("GET", "bucket").query(name, value).send().code())
        .isEqualTo("InvalidArgument");
  }

  @Test
  void a_page_has_at_most_1000_keys_and_a_page_of_none_is_not_truncated() {
    s3.call("PUT", "bucket").send();
    for (int number = 0; number < 1001; number++) {
      s3.put("bucket", "key-" + number, "");
    }
    Answer page = s3.call("GET", "bucket").query("max-keys", "5000").send();
    assertThat(page.all("Key")).hasSize(1000);
    assertThat(page.first("IsTruncated")).contains("true");
    Answer none = s3.call("GET", "bucket").query("max-keys", "0").send();
    assertThat(none.all("Key")).isEmpty();
    assertThat(none.first("IsTruncated")).contains("false");
  }
}
