package io.hydrant.s3.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads that are completed while other calls use them. */
class CompletionTest {
  private static final int CALLS = 8;

  @TempDir private Path root;
  private TestS3 s3;

  @BeforeEach
  void open() throws IOException {
    s3 = TestS3.withBucket(root, "bucket");
    VersioningTest.set(s3, "Enabled");
  }

  @AfterEach
  void close() throws IOException {
    s3.close();
  }

  private String begin() {
    return s3.call("POST", "bucket", "key").query("uploads").send().first("UploadId").orElseThrow();
  }

  private TestS3.Call part(String upload, int number) {
    return s3.call("PUT", "bucket", "key")
        .query("uploadId", upload)
        .query("partNumber", Integer.toString(number))
        .body("text " + number);
  }

  private Answer complete(String upload, String eTag) {
    return s3.call("POST", "bucket", "key")
        .query("uploadId", upload)
        .body(
            "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>"
                + eTag
                + "</ETag></Part></CompleteMultipartUpload>")
        .send();
  }

  @Test
  void a_part_that_comes_late_does_not_hinder_the_completion() throws IOException {
    String upload = begin();
    String eTag = part(upload, 1).send().header("ETag");
    List<Answer> completed = new ArrayList<>();
    Answer late = part(upload, 2).sendAfter(() -> completed.add(complete(upload, eTag)));
    assertThat(completed).extracting(Answer::status).containsExactly(200);
    assertThat(late.code()).isEqualTo("NoSuchUpload");
    assertThat(s3.get("bucket", "key").text()).isEqualTo("text 1");
    try (Stream<Path> left = Files.walk(root.resolve(".hydrant/buckets/bucket/uploads"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void an_upload_is_completed_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLS);
    try {
      for (int round = 0; round < 10; round++) {
        String upload = begin();
        String eTag = part(upload, 1).send().header("ETag");
        List<Callable<String>> calls = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
          calls.add(
              () -> {
                Answer answer = complete(upload, eTag);
                return answer.status() == 200 ? "completed" : answer.code();
              });
        }
        List<String> outcomes = new ArrayList<>();
        for (Future<String> outcome : threads.invokeAll(calls)) {
          outcomes.add(outcome.get());
        }
        assertThat(outcomes)
            .containsOnlyOnce("completed")
            .containsOnly("completed", "NoSuchUpload");
      }
      assertThat(s3.call("GET", "bucket").query("versions").send().all("VersionId")).hasSize(10);
    } finally {
      threads.shutdownNow();
    }
  }
}
