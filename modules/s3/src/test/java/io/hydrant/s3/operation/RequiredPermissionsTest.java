package io.hydrant.s3.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which permissions a request needs besides that of its own address. */
class RequiredPermissionsTest {
  @TempDir private Path root;
  private final List<String> asked = new ArrayList<>();
  private TestS3 s3;

  @BeforeEach
  void open() throws IOException {
    s3 = new TestS3(root, (request, action, target) -> asked.add(asked(action, target)));
    s3.call("PUT", "bucket").send();
    VersioningTest.set(s3, "Enabled");
    asked.clear();
  }

  private static String asked(String action, Authorizer.Target target) {
    return action
        + " "
        + target.bucket()
        + target.key().map(key -> "/" + key).orElse("")
        + target.versionId().map(version -> " of " + version).orElse("");
  }

  @AfterEach
  void close() throws IOException {
    s3.close();
  }

  private String version(String key, String... tags) {
    TestS3.Call put = s3.call("PUT", "bucket", key).body("text");
    for (String tag : tags) {
      put.header("x-amz-tagging", tag);
    }
    String version = put.send().header("x-amz-version-id");
    asked.clear();
    return version;
  }

  @Test
  void each_object_of_a_list_is_deleted_by_its_own_permission() {
    String version = version("a");
    s3.call("POST", "bucket")
        .query("delete")
        .body(
            "<Delete><Object><Key>a</Key><VersionId>"
                + version
                + "</VersionId></Object><Object><Key>b</Key></Object></Delete>")
        .send();
    assertThat(asked)
        .containsExactly("DeleteObjectVersion bucket/a of " + version, "DeleteObject bucket/b");
  }

  @Test
  void the_version_that_is_copied_is_named() {
    String version = version("a");
    s3.call("PUT", "bucket", "b")
        .header("x-amz-copy-source", "bucket/a?versionId=" + version)
        .send();
    assertThat(asked)
        .containsExactly("PutObject bucket/b", "GetObjectVersion bucket/a of " + version);
  }

  @Test
  void tags_are_copied_with_the_permissions_to_read_and_to_set_them() {
    version("a", "k=v");
    s3.call("PUT", "bucket", "b").header("x-amz-copy-source", "bucket/a").send();
    assertThat(asked)
        .containsExactly(
            "PutObject bucket/b",
            "GetObject bucket/a",
            "GetObjectTagging bucket/a",
            "PutObjectTagging bucket/b");
  }

  @Test
  void an_owner_that_is_not_the_expected_one_ends_the_request() {
    version("a");
    assertThat(expecting(TestS3.ACCOUNT)).isEqualTo(Optional.empty());
    assertThat(expecting("222222222222")).contains("AccessDenied");
    assertThat(expecting("me")).contains("InvalidBucketOwnerAWSAccountID");
    assertThat(
            s3.call("PUT", "bucket", "b")
                .header("x-amz-copy-source", "bucket/a")
                .header("x-amz-source-expected-bucket-owner", "222222222222")
                .send()
                .code())
        .isEqualTo("AccessDenied");
  }

  private Optional<String> expecting(String account) {
    Answer answer =
        s3.call("GET", "bucket", "a").header("x-amz-expected-bucket-owner", account).send();
    return answer.status() == 200 ? Optional.empty() : Optional.of(answer.code());
  }

  @Test
  void a_copy_source_with_a_key_that_is_too_long_is_refused() {
    assertThat(
            s3.call("PUT", "bucket", "b")
                .header("x-amz-copy-source", "bucket/" + "%C3%A9".repeat(2000))
                .send()
                .code())
        .isEqualTo("KeyTooLongError");
  }
}
