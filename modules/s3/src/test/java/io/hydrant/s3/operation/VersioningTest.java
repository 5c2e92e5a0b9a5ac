package io.hydrant.s3.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of objects, delete markers, and the version {@code null}. */
class VersioningTest {
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

  static void set(TestS3 s3, String status) {
    Answer answer =
        s3.call("PUT", "bucket")
            .query("versioning")
            .body(
                "<VersioningConfiguration><Status>"
                    + status
                    + "</Status></VersioningConfiguration>")
            .send();
    assertThat(answer.status()).isEqualTo(200);
  }

  private String putVersion(String text) {
    return s3.put("bucket", "key", text).header("x-amz-version-id");
  }

  private Answer get(String versionId) {
    return s3.call("GET", "bucket", "key").query("versionId", versionId).send();
  }

  private Answer delete(String versionId) {
    return s3.call("DELETE", "bucket", "key").query("versionId", versionId).send();
  }

  private List<String> versions() {
    return s3.call("GET", "bucket").query("versions").send().all("VersionId");
  }

  @Test
  void without_versioning_a_put_replaces_and_tells_no_version() {
    assertThat(putVersion("one")).isEmpty();
    assertThat(putVersion("two")).isEmpty();
    assertThat(versions()).containsExactly("null");
    assertThat(s3.call("DELETE", "bucket", "key").send().status()).isEqualTo(204);
    assertThat(versions()).isEmpty();
  }

  @Test
  void with_versioning_each_put_is_kept_and_the_newest_is_read() {
    set(s3, "Enabled");
    String one = putVersion("one");
    String two = putVersion("two");
    assertThat(s3.get("bucket", "key").text()).isEqualTo("two");
    assertThat(get(one).text()).isEqualTo("one");
    assertThat(get(two).text()).isEqualTo("two");
    assertThat(versions()).containsExactly(two, one);
    assertThat(s3.call("GET", "bucket").query("versions").send().all("IsLatest"))
        .containsExactly("true", "false");
  }

  @Test
  void an_object_from_before_versioning_is_the_version_null_and_stays() {
    putVersion("before");
    set(s3, "Enabled");
    putVersion("after");
    assertThat(get("null").text()).isEqualTo("before");
  }

  @Test
  void suspended_versioning_replaces_the_version_null_alone() {
    set(s3, "Enabled");
    String kept = putVersion("kept");
    set(s3, "Suspended");
    assertThat(putVersion("one")).isEqualTo("null");
    assertThat(putVersion("two")).isEqualTo("null");
    assertThat(versions()).containsExactly("null", kept);
    assertThat(get("null").text()).isEqualTo("two");
    Answer marker = s3.call("DELETE", "bucket", "key").send();
    assertThat(marker.header("x-amz-delete-marker")).isEqualTo("true");
    assertThat(versions()).containsExactly("null", kept);
    assertThat(get(kept).text()).isEqualTo("kept");
  }

  @Test
  void a_delete_makes_a_marker_which_hides_the_object_from_reads_and_listings() {
    set(s3, "Enabled");
    String one = putVersion("one");
    Answer deleted = s3.call("DELETE", "bucket", "key").send();
    assertThat(deleted.header("x-amz-delete-marker")).isEqualTo("true");
    String marker = deleted.header("x-amz-version-id");
    Answer read = s3.get("bucket", "key");
    assertThat(read.status()).isEqualTo(404);
    assertThat(read.code()).isEqualTo("NoSuchKey");
    assertThat(read.header("x-amz-delete-marker")).isEqualTo("true");
    assertThat(s3.call("GET", "bucket").send().all("Key")).isEmpty();
    assertThat(versions()).containsExactly(marker, one);
    assertThat(get(one).text()).isEqualTo("one");
  }

  @Test
  void reading_a_marker_by_its_id_is_not_allowed() {
    set(s3, "Enabled");
    putVersion("one");
    String marker = s3.call("DELETE", "bucket", "key").send().header("x-amz-version-id");
    Answer read = get(marker);
    assertThat(read.status()).isEqualTo(405);
    assertThat(read.code()).isEqualTo("MethodNotAllowed");
  }

  @Test
  void deleting_the_marker_brings_the_object_back() {
    set(s3, "Enabled");
    putVersion("one");
    String marker = s3.call("DELETE", "bucket", "key").send().header("x-amz-version-id");
    assertThat(delete(marker).header("x-amz-delete-marker")).isEqualTo("true");
    assertThat(s3.get("bucket", "key").text()).isEqualTo("one");
    assertThat(root.resolve("bucket/key")).hasContent("one");
  }

  @Test
  void deleting_a_version_deletes_it_for_good_and_the_next_one_is_read() {
    set(s3, "Enabled");
    String one = putVersion("one");
    String two = putVersion("two");
    assertThat(delete(two).status()).isEqualTo(204);
    assertThat(s3.get("bucket", "key").text()).isEqualTo("one");
    assertThat(get(two).code()).isEqualTo("NoSuchVersion");
    delete(one);
    assertThat(versions()).isEmpty();
    assertThat(s3.call("DELETE", "bucket").send().status()).isEqualTo(204);
  }

  @Test
  void a_bucket_with_nothing_but_a_marker_is_not_empty() {
    set(s3, "Enabled");
    s3.call("DELETE", "bucket", "key").send();
    assertThat(s3.call("DELETE", "bucket").send().code()).isEqualTo("BucketNotEmpty");
  }

  @Test
  void tags_belong_to_a_version() {
    set(s3, "Enabled");
    String one = putVersion("one");
    putVersion("two");
    s3.call("PUT", "bucket", "key")
        .query("tagging")
        .query("versionId", one)
        .body("<Tagging><TagSet><Tag><Key>a</Key><Value>1</Value></Tag></TagSet></Tagging>")
        .send();
    assertThat(s3.call("GET", "bucket", "key").query("tagging").send().all("Value")).isEmpty();
    assertThat(
            s3.call("GET", "bucket", "key")
                .query("tagging")
                .query("versionId", one)
                .send()
                .all("Value"))
        .containsExactly("1");
  }
}
