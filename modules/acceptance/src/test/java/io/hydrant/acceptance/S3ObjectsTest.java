package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects of the embedded S3, through the AWS SDK. */
class S3ObjectsTest extends OneNode {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private String read(String key) {
    return s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asUtf8String();
  }

  private PutObjectResponse write(String key, String text) {
    return s3.putObject(r -> r.bucket(BUCKET).key(key), RequestBody.fromString(text));
  }

  private static String code(Throwable failure) {
    return ((S3Exception) failure).awsErrorDetails().errorCode();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "in+out/a b",
        "/slash",
        "a//b",
        "dots/../x",
        "./y",
        "é/日本",
        "%41",
        "a=b&c",
        "ends/",
        "~'()*!;:@$,?#[]",
        "\"<>\\^`{|}"
      })
  void any_key_is_written_read_listed_and_deleted(String key) {
    write(key, "bytes of " + key);
    assertThat(read(key)).isEqualTo("bytes of " + key);
    assertThat(keys()).contains(key);
    s3.deleteObject(r -> r.bucket(BUCKET).key(key));
    assertThat(keys()).doesNotContain(key);
    assertThatThrownBy(() -> read(key)).isInstanceOf(NoSuchKeyException.class);
  }

  private List<String> keys() {
    return s3.listObjectsV2(r -> r.bucket(BUCKET)).contents().stream().map(S3Object::key).toList();
  }

  @Test
  void a_key_and_a_longer_one_below_it_exist_beside_each_other() {
    write("both", "short");
    write("both/more", "long");
    write("other/more", "long");
    write("other", "short");
    assertThat(List.of(read("both"), read("both/more"), read("other"), read("other/more")))
        .containsExactly("short", "long", "short", "long");
  }

  @ParameterizedTest
  @EnumSource(names = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
  void a_checksum_is_verified_and_given_back(ChecksumAlgorithm algorithm) {
    s3.putObject(
        r -> r.bucket(BUCKET).key("sum").checksumAlgorithm(algorithm),
        RequestBody.fromString("summed"));
    GetObjectResponse head =
        s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("sum").checksumMode(ChecksumMode.ENABLED))
            .response();
    assertThat(
            List.of(
                String.valueOf(head.checksumCRC32()),
                String.valueOf(head.checksumCRC32C()),
                String.valueOf(head.checksumSHA1()),
                String.valueOf(head.checksumSHA256())))
        .filteredOn(value -> !value.equals("null"))
        .hasSize(1);
  }

  @Test
  void a_wrong_checksum_stores_nothing() {
    assertThatThrownBy(
            () ->
                s3.putObject(
                    r -> r.bucket(BUCKET).key("wrong").checksumCRC32("AAAAAA=="),
                    RequestBody.fromString("x")))
        .satisfies(failure -> assertThat(code(failure)).isEqualTo("BadDigest"));
    assertThat(keys()).doesNotContain("wrong");
  }

  @Test
  void a_form_content_type_changes_nothing() throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(endpoint() + "/" + BUCKET + "/form"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(HttpRequest.BodyPublishers.ofString("a=1"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(read("form")).isEqualTo("a=1");
  }

  @Test
  void a_range_and_conditions_hold() {
    String eTag = write("ranged", "0123456789").eTag();
    assertThat(
            s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("ranged").range("bytes=2-4"))
                .asUtf8String())
        .isEqualTo("234");
    assertThatThrownBy(
            () -> s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("ranged").ifNoneMatch(eTag)))
        .satisfies(failure -> assertThat(((S3Exception) failure).statusCode()).isEqualTo(304));
    assertThatThrownBy(
            () ->
                s3.putObject(
                    r -> r.bucket(BUCKET).key("ranged").ifNoneMatch("*"),
                    RequestBody.fromString("again")))
        .satisfies(failure -> assertThat(((S3Exception) failure).statusCode()).isEqualTo(412));
    assertThatThrownBy(
            () -> s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("ranged").range("bytes=10-")))
        .satisfies(failure -> assertThat(code(failure)).isEqualTo("InvalidRange"));
  }

  @Test
  void a_listing_has_pages_and_common_prefixes() {
    s3.createBucket(r -> r.bucket("listing"));
    for (String key : List.of("a/1", "a/2", "b", "c/1", "d")) {
      s3.putObject(r -> r.bucket("listing").key(key), RequestBody.empty());
    }
    List<String> seen = new ArrayList<>();
    for (ListObjectsV2Response page :
        s3.listObjectsV2Paginator(r -> r.bucket("listing").delimiter("/").maxKeys(1))) {
      page.contents().forEach(object -> seen.add(object.key()));
      page.commonPrefixes().forEach(prefix -> seen.add(prefix.prefix()));
    }
    assertThat(seen).containsExactly("a/", "b", "c/", "d");
    assertThat(
            s3.deleteObjects(
                    r ->
                        r.bucket("listing")
                            .delete(
                                d ->
                                    d.objects(
                                        ObjectIdentifier.builder().key("a/1").build(),
                                        ObjectIdentifier.builder().key("none").build())))
                .deleted())
        .hasSize(2);
  }

  @Test
  void an_upload_in_parts_becomes_one_object() {
    byte[] part = new byte[5 << 20];
    CreateMultipartUploadResponse begun =
        s3.createMultipartUpload(r -> r.bucket(BUCKET).key("parts"));
    List<CompletedPart> parts =
        IntStream.rangeClosed(1, 2)
            .mapToObj(
                number ->
                    CompletedPart.builder()
                        .partNumber(number)
                        .eTag(
                            s3.uploadPart(
                                    r ->
                                        r.bucket(BUCKET)
                                            .key("parts")
                                            .uploadId(begun.uploadId())
                                            .partNumber(number),
                                    RequestBody.fromBytes(part))
                                .eTag())
                        .build())
            .toList();
    assertThat(
            s3.completeMultipartUpload(
                    r ->
                        r.bucket(BUCKET)
                            .key("parts")
                            .uploadId(begun.uploadId())
                            .multipartUpload(
                                CompletedMultipartUpload.builder().parts(parts).build()))
                .eTag())
        .endsWith("-2\"");
    assertThat(s3.headObject(r -> r.bucket(BUCKET).key("parts")).contentLength())
        .isEqualTo(2L * part.length);
  }

  @Test
  void an_object_under_a_kms_key_needs_the_key() {
    String key = kms.createKey().keyMetadata().arn();
    s3.putObject(
        r -> r.bucket(BUCKET).key("secret").serverSideEncryption("aws:kms").ssekmsKeyId(key),
        RequestBody.fromString("plain text in the clear"));
    assertThat(read("secret")).isEqualTo("plain text in the clear");
    kms.disableKey(r -> r.keyId(key));
    assertThatThrownBy(() -> read("secret"))
        .satisfies(failure -> assertThat(code(failure)).isEqualTo("KMS.DisabledException"));
  }
}
