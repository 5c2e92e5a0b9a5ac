package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** Requests put together at random: each is answered as S3 answers, and none hurts the node. */
class S3FuzzTest extends OneNode {
  private static final int REQUESTS = 600;
  private static final int NOT_IMPLEMENTED = 501;

  /** No random request names it. */
  private static final String UNTOUCHED = "untouched";

  @BeforeAll
  void putOne() {
    s3.createBucket(r -> r.bucket(UNTOUCHED));
    for (String bucket : List.of(BUCKET, UNTOUCHED)) {
      s3.putObject(r -> r.bucket(bucket).key("k"), RequestBody.fromString("kept"));
    }
  }

  @Test
  void every_request_is_answered_in_the_words_of_s3() throws Exception {
    long seed = Long.getLong("fuzz.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < REQUESTS; i++) {
      String request = S3RandomRequests.next(random);
      RawAnswer answer = RawAnswer.to(endpoint(), request);
      String what = "-Dfuzz.seed=%d, request %d:%n%s%n%s".formatted(seed, i, request, answer);
      assertThat(answer.status() < 500 || answer.status() == NOT_IMPLEMENTED).as(what).isTrue();
      if (answer.status() >= 400 && !request.startsWith("HEAD")) {
        assertThat(answer.code()).as(what).matches("[A-Za-z.0-9]+");
        assertThat(answer.body()).as(what).startsWith("<?xml").endsWith("</Error>");
      }
    }
    assertThat(http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/ready"))).statusCode())
        .as("-Dfuzz.seed=%d", seed)
        .isEqualTo(200);
    assertThat(s3.getObjectAsBytes(r -> r.bucket(UNTOUCHED).key("k")).asUtf8String())
        .as("-Dfuzz.seed=%d", seed)
        .isEqualTo("kept");
  }
}
