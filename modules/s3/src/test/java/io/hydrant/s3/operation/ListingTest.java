package io.hydrant.s3.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.s3.name.ObjectKeys;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** All listings agree with a simple model of what S3 lists: a sorted set of keys. */
class ListingTest {
  private static final int PAGES_MAX = 100;

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "b", "/", "-", "+", " ", "é", "日", "\u0001", "%", "a/", "//")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Set<String>> keys() {
    return texts().set().ofMaxSize(20);
  }

  @Provide
  Arbitrary<String> delimiters() {
    return Arbitraries.of("", "/", "a", "/a", "é");
  }

  @Provide
  Arbitrary<String> prefixes() {
    return Arbitraries.of("", "", "a", "a/", "/", "é", "b-");
  }

  /** Returns what S3 lists: keys as they are, common prefixes with a mark before them. */
  private static List<String> model(
      Set<String> keys, String prefix, String delimiter, Optional<String> after) {
    TreeSet<String> sorted = new TreeSet<>(ObjectKeys.ORDER);
    sorted.addAll(keys);
    List<String> listed = new ArrayList<>();
    for (String key : sorted) {
      if (key.startsWith(prefix)) {
        int cut = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        String common = cut < 0 ? "" : key.substring(0, cut + delimiter.length());
        boolean behind =
            after.isEmpty()
                || (ObjectKeys.ORDER.compare(key, after.get()) > 0 && !common.equals(after.get()));
        String entry = cut < 0 ? key : "prefix " + common;
        if (behind && !listed.contains(entry)) {
          listed.add(entry);
        }
      }
    }
    return listed;
  }

  private static List<String> entries(Answer page) {
    List<String> entries = new ArrayList<>();
    page.all("Key").forEach(key -> entries.add(decoded(key)));
    page.all("Prefix").stream().skip(1).forEach(common -> entries.add("prefix " + decoded(common)));
    return entries;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Property(tries = 120)
  void pages_of_version_2_give_every_key_and_prefix_once(
      @ForAll("keys") Set<String> keys,
      @ForAll("prefixes") String prefix,
      @ForAll("delimiters") String delimiter,
      @ForAll("texts") String startAfter,
      @ForAll boolean starts,
      @ForAll @IntRange(min = 1, max = 5) int most)
      throws IOException {
    inBucket(
        keys,
        s3 -> {
          List<String> listed = new ArrayList<>();
          int pages = 0;
          Optional<String> token = Optional.empty();
          do {
            TestS3.Call call =
                s3.call("GET", "bucket")
                    .query("list-type", "2")
                    .query("encoding-type", "url")
                    .query("prefix", prefix)
                    .query("delimiter", delimiter)
                    .query("max-keys", Integer.toString(most));
            if (starts) {
              call.query("start-after", startAfter);
            }
            token.ifPresent(text -> call.query("continuation-token", text));
            assertThat(++pages).isLessThan(PAGES_MAX);
            Answer page = call.send();
            assertThat(entries(page)).hasSizeLessThanOrEqualTo(most);
            assertThat(page.first("KeyCount")).contains(Integer.toString(entries(page).size()));
            listed.addAll(entries(page));
            token = page.first("NextContinuationToken");
          } while (token.isPresent());
          assertListed(
              listed,
              model(keys, prefix, delimiter, starts ? Optional.of(startAfter) : Optional.empty()));
        });
  }

  @Property(tries = 60)
  void pages_of_version_1_go_on_behind_the_last_entry(
      @ForAll("keys") Set<String> keys,
      @ForAll("delimiters") String delimiter,
      @ForAll @IntRange(min = 1, max = 5) int most)
      throws IOException {
    inBucket(
        keys,
        s3 -> {
          List<String> listed = new ArrayList<>();
          int pages = 0;
          String marker = "";
          boolean truncated = true;
          while (truncated) {
            assertThat(++pages).isLessThan(PAGES_MAX);
            Answer page =
                s3.call("GET", "bucket")
                    .query("encoding-type", "url")
                    .query("delimiter", delimiter)
                    .query("marker", marker)
                    .query("max-keys", Integer.toString(most))
                    .send();
            listed.addAll(entries(page));
            truncated = page.first("IsTruncated").orElseThrow().equals("true");
            List<String> shown = entries(page);
            marker =
                page.first("NextMarker")
                    .map(ListingTest::decoded)
                    .orElseGet(() -> shown.isEmpty() ? "" : shown.get(shown.size() - 1));
          }
          assertListed(listed, model(keys, "", delimiter, Optional.empty()));
        });
  }

  @Property(tries = 60)
  void pages_of_versions_give_every_version_once(
      @ForAll("keys") Set<String> keys,
      @ForAll("delimiters") String delimiter,
      @ForAll @IntRange(min = 1, max = 4) int most)
      throws IOException {
    inBucket(
        keys,
        s3 -> {
          VersioningTest.set(s3, "Enabled");
          keys.stream().limit(5).forEach(key -> s3.put("bucket", key, "newer"));
          List<String> expected = new ArrayList<>(model(keys, "", delimiter, Optional.empty()));
          keys.stream().limit(5).filter(expected::contains).forEach(expected::add);
          List<String> listed = new ArrayList<>();
          int pages = 0;
          Optional<Answer> before = Optional.empty();
          do {
            TestS3.Call call =
                s3.call("GET", "bucket")
                    .query("versions")
                    .query("encoding-type", "url")
                    .query("delimiter", delimiter)
                    .query("max-keys", Integer.toString(most));
            before
                .flatMap(page -> page.first("NextKeyMarker"))
                .ifPresent(key -> call.query("key-marker", decoded(key)));
            before
                .flatMap(page -> page.first("NextVersionIdMarker"))
                .ifPresent(id -> call.query("version-id-marker", id));
            assertThat(++pages).isLessThan(PAGES_MAX);
            Answer page = call.send();
            listed.addAll(entries(page));
            before = Optional.of(page);
          } while (before.get().first("IsTruncated").orElseThrow().equals("true"));
          expected.sort(ObjectKeys.ORDER);
          assertListed(listed, expected);
        });
  }

  @Property(tries = 40)
  void pages_of_uploads_give_every_upload_once(
      @ForAll("keys") Set<String> keys,
      @ForAll("delimiters") String delimiter,
      @ForAll @IntRange(min = 1, max = 4) int most)
      throws IOException {
    inBucket(
        Set.of(),
        s3 -> {
          List<String> expected = new ArrayList<>(model(keys, "", delimiter, Optional.empty()));
          for (String key : keys) {
            s3.call("POST", "bucket", key).query("uploads").send();
          }
          keys.stream()
              .limit(5)
              .filter(expected::contains)
              .forEach(
                  key -> {
                    s3.call("POST", "bucket", key).query("uploads").send();
                    expected.add(key);
                  });
          List<String> listed = new ArrayList<>();
          int pages = 0;
          Optional<Answer> before = Optional.empty();
          do {
            TestS3.Call call =
                s3.call("GET", "bucket")
                    .query("uploads")
                    .query("encoding-type", "url")
                    .query("prefix", "")
                    .query("delimiter", delimiter)
                    .query("max-uploads", Integer.toString(most));
            before
                .flatMap(page -> page.first("NextKeyMarker"))
                .ifPresent(key -> call.query("key-marker", decoded(key)));
            before
                .flatMap(page -> page.first("NextUploadIdMarker"))
                .ifPresent(id -> call.query("upload-id-marker", id));
            assertThat(++pages).isLessThan(PAGES_MAX);
            Answer page = call.send();
            page.all("Key").forEach(key -> listed.add(decoded(key)));
            page.all("Prefix").forEach(common -> listed.add("prefix " + decoded(common)));
            before = Optional.of(page);
          } while (before.get().first("IsTruncated").orElseThrow().equals("true"));
          expected.sort(ObjectKeys.ORDER);
          assertListed(listed, expected);
        });
  }

  /** Keys are in order, and so are common prefixes; an answer lists the keys first. */
  private static void assertListed(List<String> listed, List<String> expected) {
    for (boolean common : List.of(false, true)) {
      assertThat(listed.stream().filter(entry -> entry.startsWith("prefix ") == common))
          .containsExactlyElementsOf(
              expected.stream().filter(entry -> entry.startsWith("prefix ") == common).toList());
    }
  }

  private interface Check {
    void check(TestS3 s3) throws IOException;
  }

  private static void inBucket(Set<String> keys, Check check) throws IOException {
    Path root = Files.createTempDirectory("listing");
    try (TestS3 s3 = TestS3.withBucket(root, "bucket")) {
      keys.forEach(key -> s3.put("bucket", key, "text"));
      check.check(s3);
      s3.clear();
    }
  }
}
