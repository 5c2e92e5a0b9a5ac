package io.hydrant.s3.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.object.ObjectVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of an earlier build: a bucket is a folder, an object a plain file under its key. */
class EarlierFolderTest {
  @TempDir private Path root;
  @TempDir private Path copies;

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void its_files_become_objects_and_stay_where_they_are() throws IOException {
    file("orders/2026/11/data-1", "one");
    file("orders/odd:name%", "two");
    Files.createDirectories(root.resolve("empty-bucket"));
    try (S3Storage storage = S3Storage.open(root, "111122223333")) {
      assertThat(storage.buckets().all())
          .extracting(Bucket::name)
          .containsExactly("empty-bucket", "orders");
      assertThat(storage.buckets().find("orders").orElseThrow().account())
          .isEqualTo("111122223333");
      assertThat(TestStorage.list(storage, "orders"))
          .containsExactly("2026/11/data-1", "odd:name%");
      assertThat(TestStorage.get(storage, "orders", "2026/11/data-1")).isEqualTo("one");
      assertThat(TestStorage.get(storage, "orders", "odd:name%")).isEqualTo("two");
      assertThat(root.resolve("orders/2026/11/data-1")).hasContent("one");
      ObjectVersion version =
          storage.objects().find("orders", "2026/11/data-1").orElseThrow().newest();
      assertThat(version.eTag()).isEqualTo("f97c5d29941bfb1b2fdab0874906ab82");
      assertThat(version.size()).isEqualTo(3);
    }
  }

  @Test
  void its_headers_come_from_the_attributes_of_the_files() throws IOException {
    file("orders/data.gz", "one");
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(
            root.resolve("orders/data.gz"), UserDefinedFileAttributeView.class);
    assumeThat(Files.getFileStore(root).supportsFileAttributeView("user")).isTrue();
    view.write("user.content-encoding", StandardCharsets.UTF_8.encode("gzip"));
    view.write("user.content-type", StandardCharsets.UTF_8.encode("text/plain"));
    view.write("user.user-metadata.team", StandardCharsets.UTF_8.encode("blue"));
    try (S3Storage storage = TestStorage.open(root)) {
      ObjectVersion version = storage.objects().find("orders", "data.gz").orElseThrow().newest();
      assertThat(version.headers().contentEncoding()).contains("gzip");
      assertThat(version.headers().contentType()).isEqualTo("text/plain");
      assertThat(version.headers().user()).containsEntry("team", "blue");
    }
  }

  @Test
  void what_is_no_object_stays_as_it_is() throws IOException {
    file("Not_A_Bucket/file", "one");
    file("orders/.mpus-123/1", "a part");
    try (S3Storage storage = TestStorage.open(root)) {
      assertThat(storage.buckets().all()).extracting(Bucket::name).containsExactly("orders");
      assertThat(TestStorage.list(storage, "orders")).isEmpty();
    }
    assertThat(root.resolve("Not_A_Bucket/file")).hasContent("one");
    assertThat(root.resolve("orders/.mpus-123/1")).hasContent("a part");
  }

  @Test
  void a_file_that_a_user_adds_later_is_no_object() throws IOException {
    TestStorage.withBucket(root, "orders").close();
    file("orders/by-hand", "one");
    try (S3Storage storage = TestStorage.open(root)) {
      assertThat(TestStorage.list(storage, "orders")).isEmpty();
    }
  }

  @Test
  void an_adoption_that_a_crash_ended_goes_on_at_the_next_start() throws IOException {
    file("orders/a", "one");
    file("orders/odd:name", "two");
    file("orders/odd%3Aname", "three");
    Crashes crashes = new Crashes(root, copies);
    S3Storage.open(root, TestStorage.ACCOUNT, crashes).close();
    assertThat(crashes.take())
        .hasSizeGreaterThan(6)
        .allSatisfy(
            left -> {
              try (S3Storage storage = TestStorage.open(left)) {
                assertThat(TestStorage.list(storage, "orders"))
                    .containsExactly("a", "odd%3Aname", "odd:name");
                assertThat(TestStorage.get(storage, "orders", "a")).isEqualTo("one");
                assertThat(TestStorage.get(storage, "orders", "odd:name")).isEqualTo("two");
                assertThat(TestStorage.get(storage, "orders", "odd%3Aname")).isEqualTo("three");
              }
            });
  }
}
