package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The nodes of a cluster serve one folder of objects. */
class S3ClusterTest extends ThreeNodes {
  private static final String BUCKET = "shared";
  private static final int PART = 5 << 20;

  @Test
  void what_one_node_stores_the_others_read_list_and_delete() {
    on(0).s3().createBucket(r -> r.bucket(BUCKET));
    String key = on(1).kms().createKey().keyMetadata().arn();
    for (String name : List.of("a", "a/b", "in+out/x", "/slash")) {
      on(0).s3().putObject(r -> r.bucket(BUCKET).key(name), RequestBody.fromString(name));
      assertThat(read(1, name)).isEqualTo(name);
      assertThat(names(2)).contains(name);
      on(1).s3().putObject(r -> r.bucket(BUCKET).key(name), RequestBody.fromString("again"));
      assertThat(read(0, name)).isEqualTo("again");
      on(2).s3().deleteObject(r -> r.bucket(BUCKET).key(name));
      assertThat(names(0)).doesNotContain(name);
      assertThatThrownBy(() -> read(1, name)).isInstanceOf(NoSuchKeyException.class);
    }
    on(2)
        .s3()
        .putObject(
            r -> r.bucket(BUCKET).key("k").serverSideEncryption("aws:kms").ssekmsKeyId(key),
            RequestBody.fromString("secret"));
    assertThat(read(0, "k")).isEqualTo("secret");
    inParts();
    assertThat(read(1, "parts")).hasSize(PART + 3).endsWith("end");
  }

  /** Each call of an upload reaches another node. */
  private void inParts() {
    String id = on(0).s3().createMultipartUpload(r -> r.bucket(BUCKET).key("parts")).uploadId();
    List<String> bodies = List.of("p".repeat(PART), "end");
    List<CompletedPart> parts =
        IntStream.of(1, 2)
            .mapToObj(
                number ->
                    CompletedPart.builder()
                        .partNumber(number)
                        .eTag(
                            on(number)
                                .s3()
                                .uploadPart(
                                    r ->
                                        r.bucket(BUCKET)
                                            .key("parts")
                                            .uploadId(id)
                                            .partNumber(number),
                                    RequestBody.fromString(bodies.get(number - 1)))
                                .eTag())
                        .build())
            .toList();
    on(0)
        .s3()
        .completeMultipartUpload(
            r -> r.bucket(BUCKET).key("parts").uploadId(id).multipartUpload(u -> u.parts(parts)));
  }

  @Test
  void of_nodes_that_create_the_same_object_at_once_one_does() {
    on(0).s3().createBucket(r -> r.bucket("race"));
    for (int round = 0; round < 10; round++) {
      String key = "k" + round;
      List<CompletableFuture<Integer>> puts =
          IntStream.range(0, 9)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> create(i, key)))
              .toList();
      assertThat(puts.stream().map(CompletableFuture::join))
          .as(key)
          .isSubsetOf(200, 409, 412)
          .containsOnlyOnce(200);
    }
  }

  /** The status of the answer. */
  private int create(int number, String key) {
    URI object = node(number % 3).endpoint().resolve("/race/" + key);
    try {
      return send(HttpRequest.newBuilder(object)
              .header("If-None-Match", "*")
              .PUT(HttpRequest.BodyPublishers.ofString(key)))
          .statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String read(int node, String key) {
    return on(node).s3().getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asUtf8String();
  }

  private List<String> names(int node) {
    return on(node).s3().listObjectsV2(r -> r.bucket(BUCKET)).contents().stream()
        .map(S3Object::key)
        .toList();
  }
}
