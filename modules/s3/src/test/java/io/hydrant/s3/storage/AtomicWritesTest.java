package io.hydrant.s3.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.s3.object.ObjectEncryption;
import io.hydrant.s3.object.ObjectVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers, writers and listers of the same keys at the same time. */
class AtomicWritesTest {
  private static final int ROUNDS = 150;
  private static final ObjectEncryption READABLE = new ObjectEncryption.Managed(Optional.empty());

  @TempDir private Path root;

  private S3Storage storage;

  @BeforeEach
  void open() throws IOException {
    storage = TestStorage.withBucket(root, "b");
  }

  @AfterEach
  void close() throws IOException {
    storage.close();
  }

  private static void together(List<Callable<Void>> works) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(works.size());
    try {
      for (Future<Void> done : threads.invokeAll(works)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<Void> writer(S3Storage to, String key, String text) {
    return () -> {
      for (int round = 0; round < ROUNDS; round++) {
        TestStorage.put(to, "b", key, text.repeat(round % 7 * 1000 + 1));
      }
      return null;
    };
  }

  private Callable<Void> reader(String key) {
    return () -> {
      for (int round = 0; round < ROUNDS; round++) {
        String read = TestStorage.get(storage, "b", key);
        assertThat(read.chars().distinct()).hasSize(1);
        assertThat(read.length() % 1000).isEqualTo(1);
      }
      return null;
    };
  }

  @Test
  void a_reader_sees_one_whole_object_or_another() throws Exception {
    TestStorage.put(storage, "b", "key", "x");
    try (S3Storage second = TestStorage.open(root)) {
      together(
          List.of(
              writer(storage, "key", "a"),
              writer(second, "key", "b"),
              reader("key"),
              reader("key")));
    }
    assertThat(TestStorage.get(storage, "b", "key")).containsPattern("^(a+|b+)$");
  }

  @Test
  void a_key_that_is_the_folder_of_another_one_does_not_hinder_it() throws Exception {
    TestStorage.put(storage, "b", "a", "x");
    TestStorage.put(storage, "b", "a/b", "x");
    TestStorage.put(storage, "b", "a/b/c", "x");
    together(
        List.of(
            writer(storage, "a", "1"),
            writer(storage, "a/b", "2"),
            writer(storage, "a/b/c", "3"),
            reader("a"),
            reader("a/b"),
            reader("a/b/c")));
    assertThat(TestStorage.list(storage, "b")).containsExactly("a", "a/b", "a/b/c");
  }

  @Test
  void what_is_put_and_deleted_again_leaves_no_folder_and_hinders_no_neighbour() throws Exception {
    List<Callable<Void>> works = new ArrayList<>();
    for (String key : List.of("f", "f/g", "f/g/h", "f/i")) {
      works.add(
          () -> {
            for (int round = 0; round < ROUNDS; round++) {
              TestStorage.put(storage, "b", key, "text");
              TestStorage.list(storage, "b");
              assertThat(TestStorage.get(storage, "b", key)).isEqualTo("text");
              TestStorage.delete(storage, "b", key);
            }
            return null;
          });
    }
    together(works);
    assertThat(TestStorage.list(storage, "b")).isEmpty();
    assertThat(root.resolve("b")).isEmptyDirectory();
  }

  @Test
  void a_put_into_a_bucket_that_was_deleted_and_made_again_is_refused() throws IOException {
    String id = TestStorage.write(storage, "b", "key", "text");
    assertThat(storage.buckets().delete("b")).isTrue();
    assertThatThrownBy(() -> put(id)).isInstanceOf(MissingBucketException.class);
    TestStorage.create(storage, "b");
    assertThatThrownBy(() -> put(id)).isInstanceOf(MissingBucketException.class);
    assertThat(TestStorage.list(storage, "b")).isEmpty();
  }

  private void put(String id) throws IOException {
    storage.objects().change("b", "key", before -> List.of(TestStorage.version(id, 4, READABLE)));
  }

  @Test
  void a_bucket_with_an_object_is_not_deleted() throws IOException {
    TestStorage.put(storage, "b", "key", "text");
    assertThat(storage.buckets().delete("b")).isFalse();
    assertThat(TestStorage.get(storage, "b", "key")).isEqualTo("text");
  }

  @Test
  void an_object_is_a_plain_file_under_its_key_with_the_bytes_of_the_client() throws IOException {
    TestStorage.put(storage, "b", "2026/11/events.json", "text");
    assertThat(root.resolve("b/2026/11/events.json")).hasContent("text");
  }

  @Test
  void a_file_that_a_user_removes_is_missing_and_the_key_can_be_written_again() throws IOException {
    TestStorage.put(storage, "b", "key", "text");
    Files.delete(root.resolve("b/key"));
    assertThatThrownBy(() -> TestStorage.get(storage, "b", "key"))
        .isInstanceOf(NoSuchFileException.class);
    String id = TestStorage.write(storage, "b", "key", "new");
    ObjectVersion newer = TestStorage.version(id, 3, READABLE);
    storage.objects().change("b", "key", before -> List.of(newer, before.orElseThrow().newest()));
    assertThat(TestStorage.get(storage, "b", "key")).isEqualTo("new");
    assertThatThrownBy(
            () ->
                storage.objects().open("b", "key", found -> found.orElseThrow().versions().get(1)))
        .isInstanceOf(NoSuchFileException.class);
  }
}
