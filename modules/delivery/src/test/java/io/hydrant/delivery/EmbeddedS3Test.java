package io.hydrant.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The AWS SDK with its own settings: trailing checksums, chunked bodies, signatures. */
class EmbeddedS3Test {
  static {
    // Each test starts a server. A kept connection to an earlier one on the same port would fail.
    System.setProperty("http.keepAlive", "false");
  }

  private static final String BUCKET = "logs";

  @TempDir private static Path data;
  private static EmbeddedS3 embedded;
  private static S3Client s3;

  @BeforeAll
  static void start() throws IOException {
    embedded = EmbeddedS3.start(data.resolve("s3"));
    s3 = client(embedded.endpoint());
    s3.createBucket(r -> r.bucket(BUCKET));
  }

  @AfterAll
  static void stop() throws IOException {
    s3.close();
    embedded.close();
  }

  @Test
  void a_key_that_begins_with_slashes_is_stored_without_them() {
    try (S3ObjectStore direct =
        new S3ObjectStore(
            embedded.endpoint(),
            "us-east-1",
            StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))) {
      assertThatThrownBy(() -> direct.put(BUCKET, "/slash/a", new byte[1]))
          .isInstanceOf(DeliveryException.class);
      ObjectStore store = new EmbeddedObjectStore(direct);
      store.put(BUCKET, "/slash/a", new byte[1]);
      store.put(BUCKET, "//slash/b", new byte[2]);
      store.put(BUCKET, "slash/c", new byte[3]);
    }
    assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET).prefix("slash/")).contents())
        .extracting(S3Object::key, S3Object::size)
        .containsExactly(tuple("slash/a", 1L), tuple("slash/b", 2L), tuple("slash/c", 3L));
  }

  @Test
  void an_object_of_five_mebibytes_comes_back_as_it_went_and_is_a_plain_file() throws IOException {
    byte[] body = new byte[5 * 1024 * 1024];
    new Random(1).nextBytes(body);
    String key = "2026/12/31/23/orders-1-2026-12-31-23-05-09-x";

    String etag = s3.putObject(r -> r.bucket(BUCKET).key(key), RequestBody.fromBytes(body)).eTag();

    assertThat(s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asByteArray()).isEqualTo(body);
    assertThat(Files.readAllBytes(data.resolve("s3").resolve(BUCKET).resolve(key))).isEqualTo(body);
    HeadObjectResponse head = s3.headObject(r -> r.bucket(BUCKET).key(key));
    assertThat(head.contentLength()).isEqualTo(body.length);
    assertThat(etag).isNotBlank();
    assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET).prefix("2026/")).contents())
        .extracting(S3Object::key)
        .containsExactly(key);
  }

  /** The longest bucket and key that the rules accept. */
  @Test
  void a_name_of_218_bytes_in_folders_of_as_many_is_stored() {
    String key = ("f".repeat(218) + "/").repeat(3) + "n".repeat(218);
    s3.putObject(r -> r.bucket(BUCKET).key(key), RequestBody.fromString("x"));
    assertThat(s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asUtf8String()).isEqualTo("x");
  }

  @Test
  void a_deleted_object_is_gone() {
    s3.putObject(r -> r.bucket(BUCKET).key("a/b"), RequestBody.fromString("x"));
    s3.deleteObject(r -> r.bucket(BUCKET).key("a/b"));
    assertThatThrownBy(() -> s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("a/b")))
        .isInstanceOf(NoSuchKeyException.class);
    assertThat(data.resolve("s3").resolve(BUCKET).resolve("a/b")).doesNotExist();
  }

  @Test
  void a_file_that_a_person_puts_there_is_an_object() throws IOException {
    Files.writeString(data.resolve("s3").resolve(BUCKET).resolve("hand.txt"), "by hand");
    assertThat(s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("hand.txt")).asUtf8String())
        .isEqualTo("by hand");
  }

  @Test
  void metadata_is_kept_where_the_file_system_can() throws IOException {
    s3.putObject(
        r ->
            r.bucket(BUCKET)
                .key("m")
                .contentType("text/csv")
                .contentEncoding("gzip")
                .metadata(Map.of("owner", "me")),
        RequestBody.fromString("x"));
    HeadObjectResponse head = s3.headObject(r -> r.bucket(BUCKET).key("m"));
    if (Files.getFileStore(data).supportsFileAttributeView("user")) {
      assertThat(head.contentType()).isEqualTo("text/csv");
      assertThat(head.contentEncoding()).isEqualTo("gzip");
      assertThat(head.metadata()).containsEntry("owner", "me");
    }
    assertThat(head.contentLength()).isEqualTo(1);
  }

  @Test
  void objects_outlive_the_one_that_wrote_them() throws IOException {
    Path folder = data.resolve("own");
    try (EmbeddedS3 first = EmbeddedS3.start(folder);
        S3Client writer = client(first.endpoint())) {
      writer.createBucket(r -> r.bucket(BUCKET));
      writer.putObject(r -> r.bucket(BUCKET).key("kept"), RequestBody.fromString("here"));
    }
    try (EmbeddedS3 second = EmbeddedS3.start(folder);
        S3Client reader = client(second.endpoint())) {
      assertThat(reader.getObjectAsBytes(r -> r.bucket(BUCKET).key("kept")).asUtf8String())
          .isEqualTo("here");
    }
  }

  @Test
  void keys_do_not_lead_out_of_the_bucket() throws IOException {
    Path secret = Files.writeString(data.resolve("root.key"), "secret");
    assertThatThrownBy(() -> s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("../../root.key")))
        .hasMessageNotContaining("secret");
    assertThat(secret).hasContent("secret");
  }

  @Test
  void a_bucket_that_is_not_there_is_named_as_such() {
    // Asked without a body: an answer that comes before a body is sent can break the sending.
    assertThatThrownBy(() -> s3.listObjectsV2(r -> r.bucket("nowhere")))
        .isInstanceOf(NoSuchBucketException.class);
  }

  @Test
  void it_listens_on_loopback_alone() {
    assertThat(embedded.endpoint().getHost()).isEqualTo("127.0.0.1");
    assertThat(embedded.endpoint().getPort()).isPositive();
  }

  private static S3Client client(URI endpoint) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
        .forcePathStyle(true)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
