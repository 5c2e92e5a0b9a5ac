package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hydrant.server.Node;
import io.hydrant.server.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.firehose.model.CompressionFormat;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A node whose objects are in the S3 of another node. */
class ExternalS3Test extends OneNode {
  @TempDir private static Path folder;

  private final LogLines log = new LogLines();
  private Node objectsNode;
  private S3Client objects;

  @Override
  Map<String, Object> settings() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    try {
      objectsNode =
          Node.start(
              Settings.load(
                  Optional.empty(), Map.of("hydrant.port", 0, "hydrant.data", folder.toString())));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    objects = SdkClients.of(URI.create(objectsNode.endpoint()), "test").s3();
    return Map.of("hydrant.s3.endpoint", objectsNode.endpoint());
  }

  @BeforeAll
  void listen() {
    log.keep();
  }

  @AfterAll
  void stopObjectsNode() {
    log.stopKeeping();
    objectsNode.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void records_arrive_there_compressed_and_said_to_be() {
    String stream = newName();
    create(stream, BUCKET, CompressionFormat.GZIP);
    put(stream, "one");
    await().atMost(PATIENCE).until(() -> keyOf(stream, BUCKET).isPresent());
    ResponseBytes<GetObjectResponse> object =
        objects.getObjectAsBytes(r -> r.bucket(BUCKET).key(keyOf(stream, BUCKET).orElseThrow()));
    assertThat(object.response().contentEncoding()).isEqualTo("gzip");
    assertThat(unzipped(object.asByteArray())).isEqualTo("one");
    assertThat(dataFolder().resolve("s3").resolve(BUCKET)).doesNotExist();
  }

  @Test
  void records_for_a_bucket_that_is_not_there_wait_until_it_is() {
    String stream = newName();
    create(stream, "later", CompressionFormat.UNCOMPRESSED);
    put(stream, "one");
    await()
        .atMost(PATIENCE)
        .until(
            () -> String.join("\n", log.lines()).contains("There is no bucket later; create it"));
    objects.createBucket(r -> r.bucket("later"));
    await().atMost(PATIENCE).until(() -> keyOf(stream, "later").isPresent());
    assertThat(
            objects
                .getObjectAsBytes(r -> r.bucket("later").key(keyOf(stream, "later").orElseThrow()))
                .asUtf8String())
        .isEqualTo("one");
  }

  private void create(String stream, String bucket, CompressionFormat compression) {
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(stream)
                .extendedS3DestinationConfiguration(
                    c ->
                        c.bucketARN("arn:aws:s3:::" + bucket)
                            .roleARN("arn:aws:iam::000000000000:role/firehose")
                            .prefix(stream + "/")
                            .compressionFormat(compression)
                            .bufferingHints(b -> b.intervalInSeconds(1).sizeInMBs(1))));
    awaitActive(stream);
  }

  private Optional<String> keyOf(String stream, String bucket) {
    return objects.listObjectsV2(r -> r.bucket(bucket).prefix(stream + "/")).contents().stream()
        .map(object -> object.key())
        .findFirst();
  }

  private static String unzipped(byte[] bytes) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What clients of this node ask of S3 arrives there as they sent it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "in+out/a b", "/slash", "a//b", "dots/../x", "é", "%41", "a=b&c"})
  void any_key_passes_through_the_node(String key) {
    s3.putObject(r -> r.bucket(BUCKET).key(key), RequestBody.fromString("bytes of " + key));
    assertThat(objects.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asUtf8String())
        .isEqualTo("bytes of " + key);
    assertThat(s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asUtf8String())
        .isEqualTo("bytes of " + key);
    s3.deleteObject(r -> r.bucket(BUCKET).key(key));
    assertThatThrownBy(() -> objects.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)))
        .isInstanceOf(NoSuchKeyException.class);
  }
}
