package io.hydrant.http.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.s3.error.S3Exception;
import io.hydrant.s3.message.Query;
import io.hydrant.s3.message.S3Request;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3TargetsTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "localhost, -",
        "localhost:4573, -",
        "127.0.0.1:4573, -",
        "[::1]:4573, -",
        "[::1], -",
        "hydrant, -",
        "hydrant.example:4573, -",
        "s3.amazonaws.com, -",
        "my-bucket.localhost, my-bucket",
        "my-bucket.localhost:4573, my-bucket",
        "MY-Bucket.LOCALHOST:4573, my-bucket",
        "a.dotted.bucket.localhost, a.dotted.bucket",
        "s3.localhost, -",
        "s3.localhost:4573, -",
        "my-bucket.s3.localhost, my-bucket",
        "a.b.s3.localhost:4573, a.b",
        "s3.localhost.some.cloud, -",
        "my-bucket.s3.localhost.some.cloud:4566, my-bucket",
        "my-bucket.s3.eu-west-1.localhost, my-bucket",
        "my-bucket.s3-eu-west-1.localhost.some.cloud, my-bucket",
        "my-bucket.localhost., my-bucket",
        "my-bucket.localhost.:4573, my-bucket",
        "localhost.s3.localhost, localhost",
        ".localhost, -",
        "localhost.example, -"
      })
  void a_host_names_a_bucket_or_none(String host, String bucket) {
    assertThat(S3Targets.ofHost(host)).isEqualTo(Optional.ofNullable(bucket));
  }

  /** A pattern that tries each way to part such a name would not end. */
  @Test
  void a_host_with_thousands_of_parts_is_read_at_once() {
    assertThat(S3Targets.ofHost("s3" + "-a".repeat(5000) + ".localhost!")).isEmpty();
    assertThat(S3Targets.ofHost("b.s3" + ".a".repeat(5000) + ".localhost")).contains("b");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/, -, -",
        "/bucket, bucket, -",
        "/bucket/, bucket, -",
        "/bucket/key, bucket, key",
        "/bucket//key, bucket, /key",
        "/bucket/a/../b, bucket, a/../b",
        "/bucket/%2e%2E/b, bucket, ../b",
        "/bucket/a%2Fb, bucket, a/b",
        "/bucket/a+b%20c, bucket, a+b c",
        "/bucket/%25zz, bucket, %zz",
        "/bucket/%zz, bucket, %zz",
        "/bucket/%, bucket, %",
        "/%62ucket/key, bucket, key",
        "/bucket/?, bucket, ?",
        "/bucket/%C3%A9, bucket, é"
      })
  void a_path_is_read_as_it_was_sent(String path, String bucket, String key) {
    assertThat(S3Targets.target("localhost:4573", path))
        .isEqualTo(new S3Request.Target(Optional.ofNullable(bucket), Optional.ofNullable(key)));
  }

  @Test
  void the_whole_path_is_the_key_on_a_virtual_host() {
    assertThat(S3Targets.target("bucket.localhost", "/a/b"))
        .isEqualTo(new S3Request.Target(Optional.of("bucket"), Optional.of("a/b")));
    assertThat(S3Targets.target("bucket.localhost", "/"))
        .isEqualTo(new S3Request.Target(Optional.of("bucket"), Optional.empty()));
    assertThat(S3Targets.target("bucket.localhost", "//a").key()).contains("/a");
  }

  @Test
  void parameters_are_decoded_and_keep_their_order() {
    Query query = S3Targets.query("uploads&prefix=a%2Bb+c&=x&empty=&two=1=2&&two=3");
    assertThat(query.all())
        .containsExactly(
            new Query.Parameter("uploads", ""),
            new Query.Parameter("prefix", "a+b c"),
            new Query.Parameter("", "x"),
            new Query.Parameter("empty", ""),
            new Query.Parameter("two", "1=2"),
            new Query.Parameter("two", "3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/b/%ff", "/b/%C3", "/b/%ED%A0%80", "/b?prefix=%80", "/b/%C0%AF"})
  void an_address_that_is_no_utf8_is_refused(String target) {
    assertThatThrownBy(() -> S3Targets.requireUtf8(target))
        .isInstanceOfSatisfying(
            S3Exception.class,
            refused -> assertThat(refused.error().code()).isEqualTo("InvalidURI"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/b/%C3%A9", "/b/%F0%9F%98%80", "/b/%00", "/b/%zz", "/b/%"})
  void any_utf8_is_taken(String target) {
    assertThatCode(() -> S3Targets.requireUtf8(target)).doesNotThrowAnyException();
  }
}
