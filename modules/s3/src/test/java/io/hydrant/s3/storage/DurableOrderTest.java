package io.hydrant.s3.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the disk has before a description names it, and nothing that need not be waited for. */
class DurableOrderTest {
  @TempDir private Path root;

  /** Writes down what is waited for: a file as its folder, without the ids in the names. */
  private static final class Diary implements Disk {
    private final Path own;
    private final List<String> waits = new ArrayList<>();

    Diary(Path root) {
      this.own = root.resolve(".hydrant");
    }

    @Override
    public void keepFile(Path file, FileChannel channel) {
      waits.add("bytes in " + name(file.getParent()));
    }

    @Override
    public void keepNames(Path folder) {
      waits.add("names in " + name(folder));
    }

    private String name(Path folder) {
      String name = own.relativize(folder).toString().replace('\\', '/');
      return name.startsWith("incoming")
          ? "unfinished"
          : name.replace("buckets/b/", "").replaceFirst("content/[0-9a-f]{2}", "content/xx");
    }
  }

  @Test
  void the_disk_has_the_bytes_before_the_description_and_the_description_before_the_answer()
      throws IOException {
    Diary diary = new Diary(root);
    try (S3Storage storage = S3Storage.open(root, TestStorage.ACCOUNT, diary)) {
      TestStorage.create(storage, "b");
      for (int warm = 0; warm < 2000; warm++) {
        TestStorage.put(storage, "b", "folder/key", "text");
      }
      diary.waits.clear();
      TestStorage.put(storage, "b", "folder/key", "text");
      assertThat(diary.waits)
          .containsExactly(
              "bytes in content/xx",
              "names in content/xx",
              "bytes in unfinished",
              "names in objects/folder");
    }
  }

  @Test
  void the_disk_has_a_new_folder_before_what_is_in_it() throws IOException {
    Diary diary = new Diary(root);
    try (S3Storage storage = S3Storage.open(root, TestStorage.ACCOUNT, diary)) {
      TestStorage.create(storage, "b");
      diary.waits.clear();
      TestStorage.put(storage, "b", "new/key", "text");
      assertThat(diary.waits)
          .containsExactly(
              "names in buckets/b",
              "names in content",
              "bytes in content/xx",
              "names in content/xx",
              "bytes in unfinished",
              "names in buckets/b",
              "names in objects",
              "names in objects/new");
    }
  }

  @Test
  void a_deletion_is_on_disk_before_the_answer() throws IOException {
    Diary diary = new Diary(root);
    try (S3Storage storage = S3Storage.open(root, TestStorage.ACCOUNT, diary)) {
      TestStorage.create(storage, "b");
      TestStorage.put(storage, "b", "a/key", "text");
      diary.waits.clear();
      TestStorage.delete(storage, "b", "a/key");
      assertThat(diary.waits).containsExactly("names in objects/a");
      storage.buckets().delete("b");
      assertThat(diary.waits).endsWith("names in buckets/b");
    }
  }
}
