package io.hydrant.s3.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.s3.checksum.ChecksumAlgorithm;
import io.hydrant.s3.checksum.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads in parts, from their begin to the object. */
class MultipartTest {
  private static final String LARGE = "x".repeat(5 << 20);

  @TempDir private Path root;

  private TestS3 s3;

  private record Part(int number, String eTag) {}

  @BeforeEach
  void open() throws IOException {
    s3 = TestS3.withBucket(root, "bucket");
  }

  @AfterEach
  void close() throws IOException {
    s3.close();
  }

  private String begin(String... headers) {
    TestS3.Call call = s3.call("POST", "bucket", "key").query("uploads");
    for (int at = 0; at < headers.length; at += 2) {
      call.header(headers[at], headers[at + 1]);
    }
    return call.send().first("UploadId").orElseThrow();
  }

  private Answer sendPart(String upload, String number, String text) {
    return s3.call("PUT", "bucket", "key")
        .query("uploadId", upload)
        .query("partNumber", number)
        .body(text)
        .send();
  }

  private Part part(String upload, int number, String text) {
    return new Part(number, sendPart(upload, Integer.toString(number), text).header("ETag"));
  }

  private static String document(Part... parts) {
    return List.of(parts).stream()
        .map(
            part ->
                "<Part><PartNumber>"
                    + part.number()
                    + "</PartNumber><ETag>"
                    + part.eTag()
                    + "</ETag></Part>")
        .collect(Collectors.joining("", "<CompleteMultipartUpload>", "</CompleteMultipartUpload>"));
  }

  private Answer complete(String upload, Part... parts) {
    return s3.call("POST", "bucket", "key").query("uploadId", upload).body(document(parts)).send();
  }

  private List<String> uploads() {
    return s3.call("GET", "bucket").query("uploads").send().all("UploadId");
  }

  private static String base64(ChecksumAlgorithm algorithm, byte[] bytes) {
    Digest digest = algorithm.start();
    digest.update(ByteBuffer.wrap(bytes));
    return Base64.getEncoder().encodeToString(digest.value());
  }

  @Test
  void the_parts_become_one_object_in_the_order_of_their_numbers() {
    String upload = begin("Content-Type", "text/plain", "x-amz-meta-team", "blue");
    Part second = part(upload, 2, "end");
    Part first = part(upload, 1, LARGE);
    assertThat(s3.get("bucket", "key").code()).isEqualTo("NoSuchKey");
    Answer completed = complete(upload, first, second);
    assertThat(completed.status()).isEqualTo(200);
    assertThat(completed.first("ETag").orElseThrow()).endsWith("-2&quot;");
    Answer read = s3.get("bucket", "key");
    assertThat(read.text()).isEqualTo(LARGE + "end");
    assertThat(read.header("Content-Type")).isEqualTo("text/plain");
    assertThat(read.header("x-amz-meta-team")).isEqualTo("blue");
    assertThat(uploads()).isEmpty();
  }

  @Test
  void parts_in_another_order_are_refused_and_the_upload_stays() {
    String upload = begin();
    Part first = part(upload, 1, LARGE);
    Part second = part(upload, 2, "end");
    assertThat(complete(upload, second, first).code()).isEqualTo("InvalidPartOrder");
    assertThat(complete(upload, first, first).code()).isEqualTo("InvalidPartOrder");
    assertThat(uploads()).containsExactly(upload);
  }

  @Test
  void every_part_but_the_last_has_at_least_5_mib() {
    String upload = begin();
    Part first = part(upload, 1, "small");
    Part second = part(upload, 2, "end");
    Answer refused = complete(upload, first, second);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("EntityTooSmall");
    assertThat(complete(upload, first).status()).isEqualTo(200);
  }

  @Test
  void a_part_that_is_missing_or_has_another_etag_is_refused() {
    String upload = begin();
    Part first = part(upload, 1, "text");
    assertThat(complete(upload, new Part(7, first.eTag())).code()).isEqualTo("InvalidPart");
    assertThat(complete(upload, new Part(1, "\"0\"")).code()).isEqualTo("InvalidPart");
    assertThat(s3.get("bucket", "key").code()).isEqualTo("NoSuchKey");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<CompleteMultipartUpload/>",
        "<CompleteMultipartUpload><Part><ETag>x</ETag></Part></CompleteMultipartUpload>",
        "<Other/>"
      })
  void a_list_without_parts_is_malformed(String document) {
    String upload = begin();
    part(upload, 1, "text");
    Answer answer =
        s3.call("POST", "bucket", "key").query("uploadId", upload).body(document).send();
    assertThat(answer.code()).isEqualTo("MalformedXML");
  }

  @Test
  void a_part_replaces_the_earlier_one_of_its_number() {
    String upload = begin();
    Part replaced = part(upload, 1, "one");
    Part kept = part(upload, 1, "two");
    assertThat(complete(upload, replaced).code()).isEqualTo("InvalidPart");
    assertThat(complete(upload, kept).status()).isEqualTo(200);
    assertThat(s3.get("bucket", "key").text()).isEqualTo("two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10001", "-1", "x", "", "1.5"})
  void a_part_has_a_number_from_1_to_10000(String number) {
    String upload = begin();
    assertThat(sendPart(upload, number, "text").code()).isEqualTo("InvalidArgument");
    assertThat(sendPart(upload, "10000", "text").status()).isEqualTo(200);
  }

  @Test
  void what_is_aborted_or_completed_is_no_upload_any_more() {
    String aborted = begin();
    Part part = part(aborted, 1, "text");
    assertThat(s3.call("DELETE", "bucket", "key").query("uploadId", aborted).send().status())
        .isEqualTo(204);
    String completed = begin();
    Part last = part(completed, 1, "text");
    complete(completed, last);
    for (String gone : List.of(aborted, completed, "no-upload", "../../x")) {
      assertThat(sendPart(gone, "1", "text").code()).isEqualTo("NoSuchUpload");
      assertThat(complete(gone, part).code()).isEqualTo("NoSuchUpload");
      assertThat(s3.call("DELETE", "bucket", "key").query("uploadId", gone).send().code())
          .isEqualTo("NoSuchUpload");
      assertThat(s3.call("GET", "bucket", "key").query("uploadId", gone).send().code())
          .isEqualTo("NoSuchUpload");
    }
  }

  @Test
  void an_upload_that_is_never_completed_is_listed() {
    String upload = begin();
    part(upload, 1, "text");
    assertThat(uploads()).containsExactly(upload);
    assertThat(s3.call("GET", "bucket").send().all("Key")).isEmpty();
  }

  @Test
  void parts_are_listed_in_pages() {
    String upload = begin();
    for (int number : List.of(5, 2, 9)) {
      part(upload, number, "text");
    }
    Answer first =
        s3.call("GET", "bucket", "key").query("uploadId", upload).query("max-parts", "2").send();
    assertThat(first.all("PartNumber")).containsExactly("2", "5");
    assertThat(first.first("IsTruncated")).contains("true");
    Answer second =
        s3.call("GET", "bucket", "key")
            .query("uploadId", upload)
            .query("part-number-marker", first.first("NextPartNumberMarker").orElseThrow())
            .send();
    assertThat(second.all("PartNumber")).containsExactly("9");
    assertThat(second.first("IsTruncated")).contains("false");
  }

  @ParameterizedTest
  @CsvSource({"CRC32", "CRC32C", "SHA1", "SHA256"})
  void a_composite_checksum_is_that_of_the_checksums_of_the_parts(ChecksumAlgorithm algorithm) {
    String upload = begin("x-amz-checksum-algorithm", algorithm.name());
    Part first = part(upload, 1, LARGE);
    Part second = part(upload, 2, "end");
    byte[] large = LARGE.getBytes(StandardCharsets.UTF_8);
    byte[] end = "end".getBytes(StandardCharsets.UTF_8);
    byte[] both =
        ByteBuffer.allocate(2 * algorithm.size())
            .put(Base64.getDecoder().decode(base64(algorithm, large)))
            .put(Base64.getDecoder().decode(base64(algorithm, end)))
            .array();
    Answer completed = complete(upload, first, second);
    assertThat(completed.first(algorithm.element())).contains(base64(algorithm, both) + "-2");
    assertThat(completed.first("ChecksumType")).contains("COMPOSITE");
  }

  @ParameterizedTest
  @CsvSource({"CRC32", "CRC32C", "CRC64NVME"})
  void a_full_object_checksum_is_that_of_all_bytes(ChecksumAlgorithm algorithm) {
    String upload =
        begin("x-amz-checksum-algorithm", algorithm.name(), "x-amz-checksum-type", "FULL_OBJECT");
    Part first = part(upload, 1, LARGE);
    Part second = part(upload, 2, "end");
    byte[] whole = (LARGE + "end").getBytes(StandardCharsets.UTF_8);
    Answer completed = complete(upload, first, second);
    assertThat(completed.first(algorithm.element())).contains(base64(algorithm, whole));
    assertThat(completed.first("ChecksumType")).contains("FULL_OBJECT");
  }

  @Test
  void a_wrong_checksum_of_the_whole_completes_nothing() {
    String upload =
        begin("x-amz-checksum-algorithm", "CRC32", "x-amz-checksum-type", "FULL_OBJECT");
    Part only = part(upload, 1, "text");
    Answer refused =
        s3.call("POST", "bucket", "key")
            .query("uploadId", upload)
            .header("x-amz-checksum-crc32", "AAAAAA==")
            .body(document(only))
            .send();
    assertThat(refused.code()).isEqualTo("BadDigest");
    assertThat(s3.get("bucket", "key").code()).isEqualTo("NoSuchKey");
  }

  @ParameterizedTest
  @CsvSource({"SHA256,FULL_OBJECT", "CRC64NVME,COMPOSITE", "CRC32,OTHER"})
  void a_checksum_type_that_does_not_fit_the_algorithm_is_refused(String algorithm, String type) {
    assertThat(
            s3.call("POST", "bucket", "key")
                .query("uploads")
                .header("x-amz-checksum-algorithm", algorithm)
                .header("x-amz-checksum-type", type)
                .send()
                .code())
        .isEqualTo("InvalidRequest");
  }

  @Test
  void the_announced_size_of_the_whole_is_verified() {
    String upload = begin();
    Part only = part(upload, 1, "text");
    TestS3.Call call =
        s3.call("POST", "bucket", "key").query("uploadId", upload).body(document(only));
    assertThat(call.header("x-amz-mp-object-size", "5").send().code()).isEqualTo("InvalidRequest");
  }

  @Test
  void a_part_is_copied_from_a_range_of_an_object() {
    s3.put("bucket", "source", "0123456789");
    String upload = begin();
    Answer copied =
        s3.call("PUT", "bucket", "key")
            .query("uploadId", upload)
            .query("partNumber", "1")
            .header("x-amz-copy-source", "/bucket/source")
            .header("x-amz-copy-source-range", "bytes=2-5")
            .send();
    complete(upload, new Part(1, copied.first("ETag").orElseThrow().replace("&quot;", "")));
    assertThat(s3.get("bucket", "key").text()).isEqualTo("2345");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=2-", "bytes=-2", "2-5", "bytes=8-10", "bytes=5-2"})
  void a_range_of_a_copied_part_lies_within_the_source(String range) {
    s3.put("bucket", "source", "0123456789");
    Answer refused =
        s3.call("PUT", "bucket", "key")
            .query("uploadId", begin())
            .query("partNumber", "1")
            .header("x-amz-copy-source", "bucket/source")
            .header("x-amz-copy-source-range", range)
            .send();
    assertThat(refused.code()).isEqualTo("InvalidArgument");
  }

  @Test
  void a_part_of_the_object_is_read_by_its_number() {
    String upload = begin();
    complete(upload, part(upload, 1, LARGE), part(upload, 2, "end"));
    Answer read = s3.call("GET", "bucket", "key").query("partNumber", "2").send();
    assertThat(read.status()).isEqualTo(206);
    assertThat(read.text()).isEqualTo("end");
    assertThat(read.header("x-amz-mp-parts-count")).isEqualTo("2");
    assertThat(s3.call("GET", "bucket", "key").query("partNumber", "3").send().code())
        .isEqualTo("InvalidPartNumber");
  }

  @Test
  void attributes_tell_the_parts_in_pages() {
    String upload = begin("x-amz-checksum-algorithm", "SHA256");
    complete(upload, part(upload, 1, LARGE), part(upload, 2, "end"));
    Answer attributes =
        s3.call("GET", "bucket", "key")
            .query("attributes")
            .header("x-amz-object-attributes", "ObjectParts,ObjectSize,ETag,Checksum,StorageClass")
            .header("x-amz-max-parts", "1")
            .send();
    assertThat(attributes.all("PartNumber")).containsExactly("1");
    assertThat(attributes.first("PartsCount")).contains("2");
    assertThat(attributes.first("NextPartNumberMarker")).contains("1");
    assertThat(attributes.first("ObjectSize")).contains(Integer.toString((5 << 20) + 3));
    assertThat(attributes.first("StorageClass")).contains("STANDARD");
    assertThat(attributes.first("ETag").orElseThrow()).endsWith("-2").doesNotContain("\"");
  }
}
