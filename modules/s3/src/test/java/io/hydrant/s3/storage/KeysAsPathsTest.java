package io.hydrant.s3.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.s3.name.ObjectKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any keys that S3 takes live beside each other, and are listed in their order. */
class KeysAsPathsTest {
  @Provide
  Arbitrary<Set<String>> keys() {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of(
                "a",
                "A",
                "b",
                ".",
                "..",
                "",
                " ",
                "a.",
                "con",
                "é",
                "日本",
                "+",
                "%",
                "%o",
                "%2F",
                "\u0001",
                "\\",
                ":",
                "x".repeat(300),
                "é".repeat(120),
                "-",
                "~",
                "0"),
            Arbitraries.strings().ofMinLength(1).ofMaxLength(4).filter(KeysAsPathsTest::isUnicode));
    return piece
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(parts -> String.join("/", parts))
        .filter(key -> !key.isEmpty() && !ObjectKeys.isTooLong(key))
        .set()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  @Property(tries = 150)
  void keysNeverShareAFileAndAreListedInTheOrderOfTheirBytes(
      @ForAll("keys") Set<String> keys, @ForAll("keys") Set<String> starts) throws IOException {
    Path root = Files.createTempDirectory("keys");
    try (S3Storage storage = TestStorage.withBucket(root, "bucket")) {
      for (String key : keys) {
        TestStorage.put(storage, "bucket", key, "bytes of " + key);
      }
      for (String key : keys) {
        assertThat(TestStorage.get(storage, "bucket", key)).isEqualTo("bytes of " + key);
      }
      TreeSet<String> sorted = new TreeSet<>(ObjectKeys.ORDER);
      sorted.addAll(keys);
      assertThat(TestStorage.list(storage, "bucket")).containsExactlyElementsOf(sorted);
      for (String start : starts) {
        assertThat(
                storage
                    .buckets()
                    .keys("bucket")
                    .ceiling(KeyCursor.bytes(start))
                    .map(KeyCursor::key))
            .isEqualTo(Optional.ofNullable(sorted.ceiling(start)));
      }
      for (String key : keys) {
        TestStorage.delete(storage, "bucket", key);
        sorted.remove(key);
        assertThat(TestStorage.list(storage, "bucket")).containsExactlyElementsOf(sorted);
      }
      assertThat(storage.buckets().delete("bucket")).isTrue();
      assertThat(root.resolve("bucket")).doesNotExist();
    } finally {
      FolderTree.delete(root);
    }
  }

  @Property(tries = 500)
  void aFolderThatIgnoresCaseHoldsNoTwoKeysUnderOneName(@ForAll("keys") Set<String> keys) {
    FileNames names = new FileNames(true);
    List<String> paths = new ArrayList<>();
    for (String key : keys) {
      paths.add(names.readable(Path.of("r"), key).toString().toLowerCase(Locale.ROOT));
    }
    assertThat(paths).doesNotHaveDuplicates();
  }
}
