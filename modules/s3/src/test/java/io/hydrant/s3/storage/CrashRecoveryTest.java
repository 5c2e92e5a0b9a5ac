package io.hydrant.s3.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.s3.object.ObjectEncryption;
import io.hydrant.s3.object.ObjectVersion;
import io.hydrant.s3.object.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed at any step leaves the old object or the new one, and no litter. */
class CrashRecoveryTest {
  private static final ObjectEncryption ENCRYPTED =
      new ObjectEncryption.Managed(Optional.of("c2VhbGVk"));

  @TempDir private Path root;
  @TempDir private Path copies;

  private Crashes crashes;
  private S3Storage storage;

  @BeforeEach
  void open() throws IOException {
    crashes = new Crashes(root, copies);
    storage = S3Storage.open(root, TestStorage.ACCOUNT, crashes);
    TestStorage.create(storage, "b");
  }

  /** What a killed process left, opened by the next one. */
  private interface Check {
    void check(S3Storage recovered) throws IOException;
  }

  private void atEachStep(Check check) throws IOException {
    crashes.copy();
    List<Path> left = crashes.take();
    assertThat(left).hasSizeGreaterThan(1);
    for (Path copy : left) {
      try (S3Storage recovered = TestStorage.open(copy)) {
        check.check(recovered);
        assertThat(litter(copy, recovered)).as(copy.toString()).isEmpty();
        assertThat(plainFiles(copy))
            .as("plain files in " + copy)
            .allMatch(key -> isObject(recovered, key));
      }
    }
  }

  private static List<String> plainFiles(Path copy) throws IOException {
    Path bucket = copy.resolve("b");
    if (!Files.exists(bucket)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(bucket)) {
      return all.filter(Files::isRegularFile)
          .map(file -> bucket.relativize(file).toString())
          .toList();
    }
  }

  private static boolean isObject(S3Storage recovered, String key) {
    try {
      return recovered.objects().find("b", key).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the files that belong to no object and no upload. */
  private static List<String> litter(Path copy, S3Storage recovered) throws IOException {
    List<String> known = new ArrayList<>();
    for (String key : TestStorage.list(recovered, "b")) {
      known.addAll(recovered.objects().find("b", key).orElseThrow().contents());
    }
    for (var upload : recovered.uploads().all("b")) {
      recovered
          .uploads()
          .parts("b", upload.id())
          .forEach(part -> known.add(part.contentId() + ".part"));
    }
    Path own = copy.resolve(".hydrant");
    try (Stream<Path> all = Files.walk(own)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(own.resolve("locks")))
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".json") && !name.endsWith("%o") && !name.equals("lock"))
          .filter(name -> !known.contains(name))
          .toList();
    }
  }

  @Test
  void a_new_object_is_there_whole_or_not_at_all() throws IOException {
    crashes.take();
    TestStorage.put(storage, "b", "new/key", "text");
    atEachStep(
        recovered -> {
          List<String> keys = TestStorage.list(recovered, "b");
          if (keys.isEmpty()) {
            assertThat(recovered.buckets().delete("b")).isTrue();
          } else {
            assertThat(keys).containsExactly("new/key");
            assertThat(TestStorage.get(recovered, "b", "new/key")).isEqualTo("text");
          }
        });
  }

  @Test
  void a_replaced_object_is_the_old_one_or_the_new_one() throws IOException {
    TestStorage.put(storage, "b", "key", "old");
    crashes.take();
    TestStorage.put(storage, "b", "key", "new text");
    atEachStep(
        recovered -> assertThat(TestStorage.get(recovered, "b", "key")).isIn("old", "new text"));
  }

  @Test
  void an_encrypted_object_takes_the_readable_file_away() throws IOException {
    TestStorage.put(storage, "b", "key", "old");
    crashes.take();
    TestStorage.put(storage, "b", "key", "secret", ENCRYPTED);
    List<String> seen = new ArrayList<>();
    atEachStep(recovered -> seen.add(TestStorage.get(recovered, "b", "key")));
    assertThat(seen).contains("old", "secret");
    assertThat(root.resolve("b/key")).doesNotExist();
  }

  @Test
  void a_deleted_object_is_there_whole_or_gone() throws IOException {
    TestStorage.put(storage, "b", "a/key", "text");
    crashes.take();
    TestStorage.delete(storage, "b", "a/key");
    atEachStep(
        recovered -> {
          if (TestStorage.list(recovered, "b").isEmpty()) {
            assertThat(recovered.objects().find("b", "a/key")).isEmpty();
          } else {
            assertThat(TestStorage.get(recovered, "b", "a/key")).isEqualTo("text");
          }
        });
  }

  @Test
  void an_older_version_stays_while_a_newer_one_comes() throws IOException {
    TestStorage.put(storage, "b", "key", "old");
    crashes.take();
    String id = TestStorage.write(storage, "b", "key", "new text");
    ObjectVersion newer =
        TestStorage.version(id, 8, new ObjectEncryption.Managed(Optional.empty()));
    storage.objects().change("b", "key", before -> List.of(newer, before.orElseThrow().newest()));
    atEachStep(
        recovered -> {
          StoredObject object = recovered.objects().find("b", "key").orElseThrow();
          for (ObjectVersion version : object.versions()) {
            OpenObject open = recovered.objects().open("b", "key", found -> version);
            assertThat(TestStorage.read(open.read(Optional.empty(), 0, version.size())))
                .isEqualTo(version.size() == 3 ? "old" : "new text");
          }
        });
  }

  @Test
  void a_part_is_there_whole_or_not_at_all() throws IOException {
    storage.uploads().create("b", TestStorage.upload("1", "key"));
    crashes.take();
    TestStorage.addPart(storage, "b", "1", 1, "part");
    atEachStep(
        recovered ->
            assertThat(recovered.uploads().parts("b", "1"))
                .allSatisfy(part -> assertThat(part.size()).isEqualTo(4)));
  }

  @Test
  void an_upload_that_was_being_aborted_is_there_with_its_parts_or_gone() throws IOException {
    storage.uploads().create("b", TestStorage.upload("1", "key"));
    TestStorage.addPart(storage, "b", "1", 1, "part");
    crashes.take();
    storage.uploads().delete("b", "1");
    atEachStep(
        recovered -> {
          if (recovered.uploads().find("b", "key", "1").isEmpty()) {
            assertThat(recovered.uploads().parts("b", "1")).isEmpty();
          } else {
            assertThat(recovered.uploads().parts("b", "1")).hasSize(1);
          }
        });
  }

  @Test
  void a_bucket_that_was_being_deleted_is_there_or_leaves_no_folder() throws IOException {
    storage.uploads().create("b", TestStorage.upload("1", "key"));
    crashes.take();
    assertThat(storage.buckets().delete("b")).isTrue();
    crashes.copy();
    for (Path left : crashes.take()) {
      try (S3Storage recovered = TestStorage.open(left)) {
        assertThat(left.resolve(".hydrant/buckets/b").toFile().exists())
            .isEqualTo(recovered.buckets().find("b").isPresent());
      }
    }
  }

  @Test
  void a_bucket_shows_no_upload_of_an_earlier_one_of_its_name() throws IOException {
    storage.uploads().create("b", TestStorage.upload("1", "key"));
    crashes.take();
    assertThat(storage.buckets().delete("b")).isTrue();
    atEachStep(
        recovered -> {
          if (recovered.buckets().find("b").isEmpty()) {
            TestStorage.create(recovered, "b");
            assertThat(recovered.uploads().all("b")).isEmpty();
          } else {
            assertThat(recovered.uploads().all("b")).hasSize(1);
          }
        });
  }

  @Test
  void a_process_that_lives_keeps_what_it_is_writing() throws IOException {
    String id = TestStorage.write(storage, "b", "key", "text");
    try (S3Storage second = TestStorage.open(root)) {
      assertThat(TestStorage.list(second, "b")).isEmpty();
    }
    storage
        .objects()
        .change(
            "b",
            "key",
            before ->
                List.of(
                    TestStorage.version(id, 4, new ObjectEncryption.Managed(Optional.empty()))));
    assertThat(TestStorage.get(storage, "b", "key")).isEqualTo("text");
  }
}
